import { setTimeout as delay } from "node:timers/promises";
import type { Clock, Log } from "../../kernel/index.ts";
import type { Admission, BreakerRecord, BreakerStore, ModelBreaker } from "../ports.ts";
import {
  afterFailure,
  afterSuccess,
  type BreakerSettings,
  closedBreaker,
  defaultBreakerSettings,
  waitEndsAtMs,
  whileProbing,
} from "./breaker-state.ts";

/** How long an instance goes by what it read last. */
const freshMs = 5_000;
/** An answer never waits longer than this for the table to tell about breakers. */
const patienceMs = 250;
const attempts = 8;

interface Seen {
  readonly record: BreakerRecord;
  /** When this instance saw this version first, by its own clock. */
  readonly seenAtMs: number;
}

/**
 * A circuit breaker for each model, shared by all instances through the table. A small state machine of our own, because
 * a library's (cockatiel's) lives in one process: here the state is a record that changes by conditional writes only.
 *
 * An instance asks the table at most once in five seconds and otherwise goes by memory. It writes on failures, on the
 * success that ends a row of them, and for a probe, never for a usual answer. Without the table each instance goes on by
 * itself: a breaker spares waiting, it must never be what refuses an answer.
 */
export function createModelBreaker({
  store,
  clock,
  log,
  settings = defaultBreakerSettings,
}: {
  readonly store: BreakerStore;
  readonly clock: Clock;
  readonly log: Log;
  readonly settings?: BreakerSettings;
}): ModelBreaker {
  const seen = new Map<string, Seen>();
  let readAtMs = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | undefined;

  function remember(record: BreakerRecord): void {
    const known = seen.get(record.model);
    if (known?.record.version === record.version) return;
    // A reading may be older than our own write.
    const isOlder = known !== undefined && record.version < known.record.version;
    if (isOlder && clock.nowMs() - known.seenAtMs < freshMs) return;
    seen.set(record.model, { record, seenAtMs: clock.nowMs() });
  }

  const refresh = () =>
    (reading ??= store
      .list()
      .then((records) => records.forEach(remember))
      .catch((error: unknown) => log.warn("The state of models could not be read.", { error }))
      .finally(() => {
        // Also after a failure: a table that is down must not be asked with every question.
        readAtMs = clock.nowMs();
        reading = undefined;
      }));

  /** One after the other within an instance: what failed together would only meet itself at the record. */
  let changing: Promise<void> = Promise.resolve();
  const change = (...args: Parameters<typeof changeNow>) => (changing = changing.then(() => changeNow(...args)));

  /** Writes what `step` makes of the record, again on what somebody else made of it meanwhile. */
  async function changeNow(model: string, step: (before: BreakerRecord) => BreakerRecord | undefined): Promise<void> {
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const before = seen.get(model)?.record ?? closedBreaker(model);
      const after = step(before);
      if (!after) return;
      try {
        if (await store.replace(after, before.version)) {
          if (after.state !== before.state) tell(after);
          return remember(after);
        }
        const current = (await store.get(model)) ?? closedBreaker(model);
        seen.set(model, { record: current, seenAtMs: clock.nowMs() });
        // Instances that fail together would meet at the record again and again.
        await delay(20 * attempt * Math.random());
      } catch (error) {
        log.warn("The state of a model could not be written.", { model, error });
        return remember(after);
      }
    }
  }

  const tell = ({ model, state, reason, openings }: BreakerRecord) =>
    log.warn("A model's breaker changed.", { model, state, reason, openings });

  async function takeProbe({ record: before }: Seen): Promise<Admission> {
    const mine = whileProbing(before, clock.nowMs(), settings);
    const won = await store.replace(mine, before.version).catch((error: unknown) => {
      log.warn("The state of a model could not be written.", { model: before.model, error });
      return true;
    });
    if (!won) {
      // Somebody else probes, or has done so: what they found is read with the next question.
      readAtMs = Number.NEGATIVE_INFINITY;
      return "open";
    }
    remember(mine);
    return "probe";
  }

  return {
    async admit(model) {
      if (clock.nowMs() - readAtMs >= freshMs) await within(refresh());
      const known = seen.get(model);
      if (!known || known.record.state === "closed") return "closed";
      if (clock.nowMs() < waitEndsAtMs(known.record, known.seenAtMs, settings)) return "open";
      return takeProbe(known);
    },
    failed: (model, admission, reason) =>
      within(
        change(model, (before) =>
          afterFailure(before, { nowMs: clock.nowMs(), isProbe: admission === "probe", reason }, settings),
        ),
      ),
    succeeded: (model, admission) =>
      within(change(model, (before) => afterSuccess(before, { nowMs: clock.nowMs(), isProbe: admission === "probe" }))),
  };
}

/** Waits for the work, but not for long; it goes on by itself. */
async function within(work: Promise<void>): Promise<void> {
  const enough = new AbortController();
  await Promise.race([
    work,
    delay(patienceMs, undefined, { signal: enough.signal, ref: false }).catch(() => undefined),
  ]);
  enough.abort();
}
