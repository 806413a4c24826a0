import { soundKey } from "../kernel/mongolian/index.ts";

/** A text as the list of conversations is searched: words by sound, so that every way of typing them meets. */
export function searchKey(text: string): string {
  return (text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map(soundKey).join(" ");
}
