import { type AccountPorts, hashSecret } from "../../account/index.ts";
import type { PupilKey, SchoolPorts } from "../ports.ts";
import { systemDraw } from "../secret-draw.ts";

/**
 * Gives a pupil a new PIN, lifts a lock and ends the sessions that the old PIN opened. Undefined when the pupil has left
 * meanwhile.
 */
export async function renewPin(
  ctx: Pick<SchoolPorts, "pupils" | "draw"> & Pick<AccountPorts, "sessions">,
  key: PupilKey,
): Promise<string | undefined> {
  const pin = (ctx.draw ?? systemDraw).pin();
  const isSet = await ctx.pupils.setPin({ ...key, pinHash: await hashSecret(pin) });
  if (!isSet) return undefined;
  // After the new PIN: a sign-in that began with the old one fails at its last step, so none can slip in behind us.
  await ctx.sessions.endAllOf({ tenant: key.schoolId, accountId: key.studentId });
  return pin;
}
