/** A share in words: «100 %», «99.95 %». Rounded down: what was not whole must not read so. */
export const shareInWords = (share: number): string => `${Math.floor(share * 10_000) / 100} %`;

/** How a day looks in the row of bars; only a day without any failed look is a good one. */
export function dayLook(share: number | undefined): "unknown" | "good" | "partly" | "bad" {
  if (share === undefined) return "unknown";
  if (share === 1) return "good";
  // Five in a hundred: more than an hour of the day.
  return share >= 0.95 ? "partly" : "bad";
}
