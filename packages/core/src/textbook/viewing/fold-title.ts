import { soundKey } from "../../kernel/mongolian/index.ts";

/** A text by its sounds, so that «Физик VIII», «физик  viii» and `fizik viii` are one. For comparing, never for showing. */
export function foldTitle(text: string): string {
  return (text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map(soundKey).join(" ");
}
