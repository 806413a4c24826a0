import { NotAuthorizedError } from "cognito-local/lib/errors.js";
import type { Route, Router } from "cognito-local/lib/server/Router.js";
import type { Services } from "cognito-local/lib/services/index.js";

interface AuthRequest {
  readonly ClientId: string;
  readonly AuthFlow?: string;
  readonly AuthParameters?: Record<string, string>;
  readonly Session?: string;
  readonly ChallengeResponses?: Record<string, string>;
}

interface AuthAnswer {
  Session?: string;
  AuthenticationResult?: Record<string, unknown>;
}

const accessTokenS = 3600;

/**
 * Closes holes of cognito-local 5.3 that would hide a fault of ours: it signs a disabled user in, offers a new-password
 * challenge before it has seen the right password, takes any text for a session, and names a wrong password differently.
 */
export function guardSignIn(router: Router, services: Services): Router {
  const sessions = new Map<string, string>();

  const initiateAuth: Route = async (ctx, request: AuthRequest) => {
    const pool = await services.cognito.getUserPoolForClientId(ctx, request.ClientId);
    const { USERNAME: username, PASSWORD: password, REFRESH_TOKEN: refreshToken } = request.AuthParameters ?? {};
    const user = refreshToken
      ? await pool.getUserByRefreshToken(ctx, refreshToken)
      : await pool.getUserByUsername(ctx, username ?? "");
    if (!user) throw new NotAuthorizedError("Incorrect username or password.");
    if (!user.Enabled) throw new NotAuthorizedError("User is disabled.");
    if (!refreshToken && user.Password !== password) throw new NotAuthorizedError("Incorrect username or password.");

    const answer = (await router("InitiateAuth")(ctx, request)) as AuthAnswer;
    if (answer.Session) sessions.set(answer.Session, user.Username);
    return withExpiry(answer);
  };

  const respondToAuthChallenge: Route = async (ctx, request: AuthRequest) => {
    const pool = await services.cognito.getUserPoolForClientId(ctx, request.ClientId);
    const user = await pool.getUserByUsername(ctx, request.ChallengeResponses?.["USERNAME"] ?? "");
    const session = request.Session ?? "";
    if (!user?.Enabled || sessions.get(session) !== user.Username) {
      throw new NotAuthorizedError("Invalid session for the user.");
    }
    const answer = (await router("RespondToAuthChallenge")(ctx, request)) as AuthAnswer;
    sessions.delete(session);
    if (answer.Session) sessions.set(answer.Session, user.Username);
    return withExpiry(answer);
  };

  const guarded: Record<string, Route> = {
    InitiateAuth: initiateAuth,
    RespondToAuthChallenge: respondToAuthChallenge,
  };
  return (target) => guarded[target] ?? router(target);
}

/** AWS says how long the tokens live; the emulator does not. */
function withExpiry(answer: AuthAnswer): AuthAnswer {
  if (!answer.AuthenticationResult) return answer;
  const { AuthenticationResult: tokens } = answer;
  return { ...answer, AuthenticationResult: { ...tokens, TokenType: "Bearer", ExpiresIn: accessTokenS } };
}
