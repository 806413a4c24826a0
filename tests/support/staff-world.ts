import { createHmac } from "node:crypto";
import {
  AdminSetUserPasswordCommand,
  AssociateSoftwareTokenCommand,
  type AuthenticationResultType,
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
  SetUserMFAPreferenceCommand,
  VerifySoftwareTokenCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import type { StaffRole } from "../../packages/core/src/account/index.ts";
import { type StaffId, systemActor, systemIds } from "../../packages/core/src/kernel/index.ts";
import { addStaff } from "../../packages/core/src/school/index.ts";
import { linkedResource, schoolWorld, type SchoolWorld } from "./school-world.ts";
import { testStack } from "./stack.ts";

export const staffPassword = "Жишээ-Нууц-Үг-2026";

export interface StaffWorld extends SchoolWorld {
  readonly email: string;
  readonly staffId: StaffId;
}

/** A school with one member of staff who can sign in. */
export async function staffWorld(role: StaffRole = "teacher"): Promise<StaffWorld> {
  const place = await schoolWorld();
  const email = `${systemIds.next("event")}@ukhaan.example`.toLowerCase();
  const { schoolId } = place.school;
  const { staffId } = await addStaff(place.as(systemActor), { name: "Дулам", email, role, schoolId, silent: true });
  await place.ports.staffIdentity.setPassword({ email, password: staffPassword });
  return { ...place, email, staffId };
}

const cognito = () => new CognitoIdentityProviderClient({ endpoint: testStack().endpoints.cognito });

/** Puts the account where an invitation leaves it: the password is temporary. */
export async function makePasswordTemporary(email: string): Promise<void> {
  await cognito().send(
    new AdminSetUserPasswordCommand({
      UserPoolId: linkedResource("StaffPool").id,
      Username: email,
      Password: staffPassword,
      Permanent: false,
    }),
  );
}

/** The tokens that Cognito gives for the password, past our own sign-in. */
export async function cognitoTokens(email: string): Promise<AuthenticationResultType> {
  const { AuthenticationResult } = await cognito().send(
    new InitiateAuthCommand({
      ClientId: linkedResource("StaffPoolClient").id,
      AuthFlow: "USER_PASSWORD_AUTH",
      AuthParameters: { USERNAME: email, PASSWORD: staffPassword },
    }),
  );
  return AuthenticationResult ?? {};
}

/** Turns the authenticator app on, as its owner would, and gives its secret. */
export async function turnOnCodes(email: string): Promise<string> {
  const { AccessToken } = await cognitoTokens(email);
  const { SecretCode = "" } = await cognito().send(new AssociateSoftwareTokenCommand({ AccessToken }));
  await cognito().send(new VerifySoftwareTokenCommand({ AccessToken, UserCode: authenticatorCode(SecretCode) }));
  const SoftwareTokenMfaSettings = { Enabled: true, PreferredMfa: true };
  await cognito().send(new SetUserMFAPreferenceCommand({ AccessToken, SoftwareTokenMfaSettings }));
  return SecretCode;
}

/** The code that an authenticator app shows now: RFC 6238 with the defaults of all apps. */
export function authenticatorCode(secret: string): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = Array.from(secret)
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, "0"))
    .join("");
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const hash = createHmac("sha1", key).update(counter).digest();
  const offset = (hash.at(-1) ?? 0) & 15;
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}
