import type { ConversationId, ExchangeId } from "@ukhaan/core/kernel";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** 26 characters of Crockford base 32: 48 bits of time (ms), 80 bits of chance (https://github.com/ulid/spec). */
function ulid(timeMs: number, random: Uint8Array): string {
  let time = "";
  for (let rest = timeMs, digit = 0; digit < 10; digit++) {
    time = alphabet.charAt(rest % 32) + time;
    rest = Math.floor(rest / 32);
  }
  // 5 bits of each byte: 16 bytes carry the 80 bits.
  return time + Array.from(random, (byte) => alphabet.charAt(byte & 31)).join("");
}

const draw = (timeMs: number) => ulid(timeMs, crypto.getRandomValues(new Uint8Array(16)));

/** Id of a conversation that begins now. Made in the browser, so that a retry after a lost connection is the same one. */
export function makeConversationId(nowMs = Date.now()): ConversationId {
  return `cnv_${draw(nowMs)}` as ConversationId;
}

/** Id of a question that is asked now. */
export function makeExchangeId(nowMs = Date.now()): ExchangeId {
  return `exc_${draw(nowMs)}` as ExchangeId;
}
