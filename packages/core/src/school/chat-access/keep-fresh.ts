import type { Clock } from "../../kernel/index.ts";

/** How long a value is used without asking again, and how long when asking fails. Milliseconds. */
export interface Freshness {
  readonly freshMs: number;
  readonly usableMs: number;
}

interface Kept<Value> {
  value?: { readonly of: Value; readonly atMs: number };
  /** Somebody is asking already; the others wait for the same answer. */
  asking?: Promise<Value>;
}

/**
 * Keeps what `read` gave for a short time, one value a key. When a new reading fails, the last value serves until it is
 * `usableMs` old; after that the failure is thrown: a value that nobody can vouch for is none.
 */
export function keepFresh<Key, Value>(
  clock: Clock,
  { freshMs, usableMs }: Freshness,
  read: (key: Key) => Promise<Value>,
): (key: Key) => Promise<Value> {
  const kept = new Map<Key, Kept<Value>>();

  const ask = (key: Key, place: Kept<Value>): Promise<Value> =>
    (place.asking ??= read(key)
      .then((of) => {
        // Read before now: the age counts from the moment of the answer, a few milliseconds late at most.
        place.value = { of, atMs: clock.nowMs() };
        return of;
      })
      .finally(() => {
        delete place.asking;
      }));

  return async (key) => {
    let place = kept.get(key);
    if (!place) kept.set(key, (place = {}));
    const { value } = place;
    if (value && clock.nowMs() - value.atMs < freshMs) return value.of;
    try {
      return await ask(key, place);
    } catch (error) {
      if (value && clock.nowMs() - value.atMs < usableMs) return value.of;
      throw error;
    }
  };
}
