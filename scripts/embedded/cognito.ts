import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { CognitoError } from "cognito-local/lib/errors.js";
import publicKey from "cognito-local/lib/keys/cognitoLocal.public.json" with { type: "json" };
import { DefaultConfig } from "cognito-local/lib/server/config.js";
import { Router } from "cognito-local/lib/server/Router.js";
import { CognitoServiceFactoryImpl } from "cognito-local/lib/services/cognitoService.js";
import type { Context } from "cognito-local/lib/services/context.js";
import type { Services } from "cognito-local/lib/services/index.js";
import { JwtTokenGenerator } from "cognito-local/lib/services/tokenGenerator.js";
import type { Triggers } from "cognito-local/lib/services/triggers/triggers.js";
import { UserPoolServiceFactoryImpl } from "cognito-local/lib/services/userPoolService.js";
import { guardSignIn } from "./cognito-guard.ts";
import { atomicStores } from "./cognito-store.ts";
import { closeServer, listenOnLoopback } from "./http-server.ts";

/** Every confirmation code of the embedded Cognito: no mail leaves this machine. */
export const embeddedConfirmationCode = "123456";

export interface Cognito {
  readonly endpoint: string;
  readonly userPoolId: string;
  readonly userPoolClientId: string;
  stop(): Promise<void>;
}

/**
 * Starts the Cognito emulator on loopback with one user pool and one app client. The pool id and the tokens' issuer look
 * as on AWS, so that the production verifier runs unchanged when its key set is fetched from `endpoint`.
 *
 * What it can't do: SRP, custom and passkey flows, a password policy, limits on attempts. Its signing key is public.
 */
export async function startCognito(options: { dir: string; port: number; region: string }): Promise<Cognito> {
  const { dir, port, region } = options;
  const userPoolId = `${region}_Embedded1`;
  const services = await createServices(dir, `https://cognito-idp.${region}.amazonaws.com`);
  await ensurePool(services, userPoolId);
  const router = guardSignIn(Router(services), services);
  const server = createServer((request, response) => {
    answer(router, request, response).catch((error: unknown) => {
      console.error("The embedded Cognito failed:", error);
      sendJson(response, 500, { __type: "InternalErrorException", message: "Internal error" });
    });
  });
  return {
    endpoint: await listenOnLoopback(server, port, "Cognito"),
    userPoolId,
    userPoolClientId: clientId,
    stop: () => closeServer(server),
  };
}

const clientId = "ukhaanembeddedstaffclient1";

const silent = () => undefined;
const logger: Context["logger"] = { debug: silent, info: silent, warn: silent, error: silent, child: () => logger };
const context: Context = { logger };

/** No Lambda triggers: `enabled` says so, and nothing else is called. */
const noTrigger = (): never => {
  throw new Error("The embedded pool has no triggers.");
};
const noTriggers: Triggers = {
  enabled: () => false,
  customMessage: noTrigger,
  customEmailSender: noTrigger,
  postAuthentication: noTrigger,
  postConfirmation: noTrigger,
  preSignUp: noTrigger,
  preTokenGeneration: noTrigger,
  userMigration: noTrigger,
};

async function createServices(dir: string, issuerDomain: string): Promise<Services> {
  const clock = { get: () => new Date() };
  const stores = atomicStores(dir);
  const pools = new CognitoServiceFactoryImpl(dir, stores, new UserPoolServiceFactoryImpl(clock, stores));
  return {
    clock,
    cognito: await pools.create(context, { UsernameAttributes: ["email"] }),
    config: DefaultConfig,
    messages: { deliver: async () => undefined },
    otp: () => embeddedConfirmationCode,
    tokenGenerator: new JwtTokenGenerator(clock, noTriggers, { IssuerDomain: issuerDomain }),
    triggers: noTriggers,
  };
}

async function ensurePool({ cognito, clock }: Services, userPoolId: string): Promise<void> {
  const existing = (await cognito.listUserPools(context)).some((pool) => pool.Id === userPoolId);
  if (!existing) {
    await cognito.createUserPool(context, {
      Id: userPoolId,
      Name: "staff",
      AutoVerifiedAttributes: ["email"],
      // Administrators carry an authenticator app; a pool with MFA off would never ask for it.
      MfaConfiguration: "OPTIONAL",
      SoftwareTokenMfaConfiguration: { Enabled: true },
      CreationDate: clock.get(),
      LastModifiedDate: clock.get(),
    });
  }
  const pool = await cognito.getUserPool(context, userPoolId);
  if (await cognito.getAppClient(context, clientId)) return;
  await pool.saveAppClient(context, {
    ClientId: clientId,
    ClientName: "web",
    UserPoolId: userPoolId,
    ExplicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
    AccessTokenValidity: 60,
    IdTokenValidity: 60,
    RefreshTokenValidity: 30,
    TokenValidityUnits: { AccessToken: "minutes", IdToken: "minutes", RefreshToken: "days" },
    CreationDate: clock.get(),
    LastModifiedDate: clock.get(),
  });
}

async function answer(router: Router, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === "GET" && request.url?.endsWith("/.well-known/jwks.json")) {
    return sendJson(response, 200, { keys: [publicKey.jwk] });
  }
  const target = String(request.headers["x-amz-target"] ?? "").split(".")[1];
  if (request.method !== "POST" || !target) return sendJson(response, 400, { message: "Not a Cognito request" });

  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  try {
    const body: unknown = JSON.parse(Buffer.concat(chunks).toString("utf8") || "{}");
    sendJson(response, 200, await router(target)(context, body));
  } catch (error) {
    const known = error instanceof CognitoError;
    const message = error instanceof Error ? error.message : String(error);
    sendJson(response, known ? 400 : 500, { __type: known ? error.code : "InternalErrorException", message });
  }
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { "content-type": "application/x-amz-json-1.1" });
  response.end(JSON.stringify(secondsForDates(value)) ?? "");
}

/** Cognito's protocol writes a time as seconds since 1970. */
function secondsForDates(value: unknown): unknown {
  if (value instanceof Date) return Math.floor(value.getTime() / 1000);
  if (Array.isArray(value)) return value.map(secondsForDates);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, secondsForDates(child)]));
}
