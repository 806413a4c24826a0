import { type ActorSeed, openSession, resolveSession } from "../../packages/core/src/account/index.ts";
import { type Actor, systemIds } from "../../packages/core/src/kernel/index.ts";
import type { World } from "./school-world.ts";

const android =
  "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36";

export function pupilSeed(): Extract<ActorSeed, { role: "student" }> {
  return {
    role: "student",
    schoolId: systemIds.next("school"),
    classroomId: systemIds.next("classroom"),
    studentId: systemIds.next("student"),
    grade: 8,
    name: "Болд",
  };
}

/** The isolation table of one's own account: a pupil, and everybody whose keys come near theirs. */
export function accountStrangers(): readonly (readonly [string, ActorSeed, ActorSeed])[] {
  const pupil = pupilSeed();
  const { schoolId } = pupil;
  const staff = () => ({ staffId: systemIds.next("staff"), name: "Дулам" });
  return [
    ["another pupil of the class", pupil, { ...pupil, studentId: systemIds.next("student") }],
    ["the teacher of the school", pupil, { role: "teacher", schoolId, ...staff() }],
    ["the administrator of the school", pupil, { role: "school-admin", schoolId, ...staff() }],
    ["the same id in another school", pupil, { ...pupil, schoolId: systemIds.next("school") }],
    ["a platform administrator", pupil, { role: "platform-admin", ...staff() }],
  ];
}

/** Signs somebody in on some devices; the actor is the one of the last. */
export async function signedIn(
  { as, visitor }: World,
  seed: ActorSeed,
  devices = 1,
): Promise<{ readonly tokens: readonly string[]; readonly actor: Actor }> {
  let opened = await openSession(as(visitor), { actor: seed, device: android });
  const tokens = [opened.token];
  while (tokens.length < devices) {
    opened = await openSession(as(visitor), { actor: seed, device: android });
    tokens.push(opened.token);
  }
  return { tokens, actor: opened.actor };
}

/** Which of these tokens still open a session. */
export function alive({ as, visitor }: World, tokens: readonly string[]): Promise<boolean[]> {
  return Promise.all(tokens.map(async (token) => (await resolveSession(as(visitor), token)) !== undefined));
}

export const notSignedIn = { kind: "unauthenticated", code: "account.sign-in-first" };
