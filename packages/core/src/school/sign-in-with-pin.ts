import { type AccountPorts, openSession, recordAudit, signOut, verifySecret } from "../account/index.ts";
import { type Anonymous, type Ctx, DomainError, parse } from "../kernel/index.ts";
import { classBehindCode } from "./codes/class-behind-code.ts";
import { countMiss } from "./codes/code-guesses.ts";
import { lockEndsAt, longestLockMs, maxMisses } from "./pins/pin-lock.ts";
import type { SchoolPorts, StoredPupil } from "./ports.ts";
import { type PinSignIn, SignInWithPinInput } from "./schema.ts";

/**
 * Signs a pupil in with class code, own name and PIN. After five wrong PINs the sign-in is locked for 15 minutes, then an hour,
 * then four, also for the right PIN; after forty in the life of a PIN, right ones between them or not, it is locked until the
 * teacher gives a new one. A try is used up before the PIN is looked at, so racing attempts can't have more.
 *
 * Throws `not-found` `school.no-such-class` or `school.no-such-pupil`, `limited` `school.too-many-guesses` (`retryAfterS`).
 */
export async function signInWithPin(
  ctx: Ctx<Anonymous, Pick<SchoolPorts, "classrooms" | "pupils"> & Pick<AccountPorts, "sessions" | "audit">>,
  input: SignInWithPinInput,
): Promise<PinSignIn> {
  const { code, studentId, pin, device } = parse(SignInWithPinInput, input);
  const { schoolId, classroomId, grade } = await classBehindCode(ctx, code);
  const key = { schoolId, classroomId, studentId };

  const attempt = await ctx.pupils.takeTry({ ...key, nowMs: ctx.clock.nowMs() });
  if (attempt.kind === "locked") return locked(ctx, attempt.untilMs);
  if (attempt.kind === "needs-new-pin") return lockedForGood;
  if (attempt.kind === "no-pupil") {
    await countMiss(ctx);
    throw new DomainError("not-found", "school.no-such-pupil");
  }
  const { pupil, triesLeft } = attempt;
  if (!(await verifySecret(pin, pupil.pinHash))) return wrongPin(ctx, pupil, triesLeft);

  const actor = { role: "student" as const, schoolId, classroomId, studentId, grade, name: pupil.givenName };
  const opened = await openSession(ctx, { actor, device });
  // After the session is there: a PIN that is reset from now on finds and ends it, one that was reset before fails here.
  if (!(await ctx.pupils.clearTries({ ...key, pinVersion: pupil.pinVersion }))) {
    await signOut(ctx, opened.token);
    return wrongPin(ctx, pupil, triesLeft);
  }
  await recordAudit({ ...ctx, actor: opened.actor }, { action: "pupil.signed-in", subject: studentId });
  return { kind: "signed-in", ...opened };
}

/** Whoever waits all the same finds it locked again. */
const lockedForGood: PinSignIn = { kind: "locked", retryAfterS: longestLockMs / 1000, needsNewPin: true };

async function wrongPin(
  ctx: Parameters<typeof signInWithPin>[0],
  pupil: StoredPupil,
  triesLeft: number,
): Promise<PinSignIn> {
  const untilMs = lockEndsAt(pupil);
  const needsNewPin = pupil.misses >= maxMisses;
  if (untilMs !== undefined || needsNewPin) {
    const { schoolId, studentId, locks } = pupil;
    const details = { locks: locks + 1, ...(needsNewPin ? { needsNewPin } : {}) };
    await recordAudit(ctx, { action: "pupil.locked", subject: studentId, schoolId, details });
  }
  await countMiss(ctx);
  if (needsNewPin) return lockedForGood;
  return untilMs === undefined ? { kind: "wrong-pin", triesLeft } : locked(ctx, untilMs);
}

function locked(ctx: Parameters<typeof signInWithPin>[0], untilMs: number): PinSignIn {
  return { kind: "locked", retryAfterS: Math.max(1, Math.ceil((untilMs - ctx.clock.nowMs()) / 1000)) };
}
