import { deps } from "../packages/functions/src/deps.ts";
import { ensureBooks } from "./sample-data/ensure-books.ts";
import { ensureInsights } from "./sample-data/ensure-insights.ts";
import { ensureSchool, ensureStaff } from "./sample-data/ensure-school.ts";
import { samplePassword, samplePlatformAdmin, sampleSchools } from "./sample-data/schools.ts";

/** What was filled in, and how to sign in to it. */
export interface SeedSummary {
  /** For people: one line each. */
  readonly signIns: readonly { readonly who: string; readonly how: string }[];
  readonly classCodes: Readonly<Record<string, string>>;
  readonly pupil: { readonly code: string; readonly name: string; readonly pin: string };
  readonly staff: readonly { readonly email: string; readonly password: string; readonly role: string }[];
  readonly books: readonly { readonly title: string; readonly state: string }[];
}

/**
 * Fills the embedded home with sample schools, staff, pupils and textbooks, through the same operations that people use, and
 * waits until the books can be asked. What is there stays as it is, also when somebody has changed it: running it again, or
 * after it was cut off, adds only what is missing. Ids, codes and PINs are fixed.
 *
 * @throws Error outside the embedded home: sample PINs and passwords are public.
 */
export async function seed(): Promise<SeedSummary> {
  if (process.env["UKHAAN_HOME"] !== "embedded") {
    throw new Error("Sample data belongs into the embedded home only (UKHAAN_HOME=embedded).");
  }
  const ports = deps();
  const [, books] = await Promise.all([ensurePeople(ports), ensureBooks(ports)]);
  await ensureInsights(ports);
  return summarise(books);
}

async function ensurePeople(ports: ReturnType<typeof deps>): Promise<void> {
  await ensureStaff(ports, samplePlatformAdmin, { number: 1, tenant: "national" });
  for (const [index, school] of sampleSchools.entries()) await ensureSchool(ports, school, index + 1);
}

function summarise(books: SeedSummary["books"]): SeedSummary {
  const classes = sampleSchools.flatMap(({ school, classes: own }) =>
    own.map((sample) => ({ ...sample, schoolName: school.name })),
  );
  const staff = [...sampleSchools.flatMap(({ teacher, admin }) => [teacher, admin]), samplePlatformAdmin];
  const pupils = classes.map(({ schoolName, name, code, pupils: [first] }) => {
    const [familyName, givenName, pin] = first ?? ["", "", ""];
    return { who: `${schoolName}, ${name}`, code, name: `${givenName} ${familyName.slice(0, 1)}.`, pin };
  });
  const [pupil = { who: "", code: "", name: "", pin: "" }] = pupils;
  return {
    signIns: [
      ...pupils.map(({ who, code, name, pin }) => ({ who, how: `class code ${code}, ${name}, PIN ${pin}` })),
      ...staff.map(({ role, email }) => ({ who: role, how: `${email}, ${samplePassword}` })),
    ],
    classCodes: Object.fromEntries(classes.map(({ schoolName, name, code }) => [`${schoolName}, ${name}`, code])),
    pupil: { code: pupil.code, name: pupil.name, pin: pupil.pin },
    staff: staff.map(({ email, role }) => ({ email, password: samplePassword, role })),
    books: books.map(({ title, state }) => ({ title, state })),
  };
}
