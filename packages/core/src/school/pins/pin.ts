import { randomInt } from "node:crypto";

const digits = 4;

/** A new PIN of four digits that is none of the first ones somebody would try. */
export function drawPin(): string {
  for (;;) {
    const pin = String(randomInt(10 ** digits)).padStart(digits, "0");
    if (!isTrivialPin(pin)) return pin;
  }
}

/**
 * Whether a PIN is too easy to guess in five tries: one digit, pairs (1212, 1122), mirrored (1221), runs (1234, 9876, with
 * wrap-around), or a year of this or the last century.
 */
export function isTrivialPin(pin: string): boolean {
  const [a = "", b = "", c = "", d = ""] = pin;
  if ((a === b && c === d) || (a === c && b === d) || (a === d && b === c)) return true;
  if (a === b && b === c) return true;
  if (b === c && c === d) return true;
  if (pin.startsWith("19") || pin.startsWith("20")) return true;
  const steps = [Number(b) - Number(a), Number(c) - Number(b), Number(d) - Number(c)].map((step) => (step + 10) % 10);
  return steps.every((step) => step === 1) || steps.every((step) => step === 9);
}
