import { randomBytes } from "node:crypto";
import {
  type ActionFunctionArgs,
  createReadableStreamFromReadable,
  type EntryContext,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { deps } from "~/.server/deps.ts";
import { dropNulBytes } from "~/.server/drop-nul-bytes.ts";
import { setSecurityHeaders } from "~/.server/security-headers.ts";
import { NonceContext } from "~/components/nonce.ts";

/** How long a page may stream before it is cut off. */
export const streamTimeout = 5_000;

export default async function handleRequest(request: Request, status: number, headers: Headers, remix: EntryContext) {
  const { fileOrigins, log } = await deps();
  const nonce = randomBytes(16).toString("base64");
  setSecurityHeaders(headers, { nonce, fileOrigins });
  headers.set("content-type", "text/html; charset=utf-8");

  return new Promise<Response>((resolve, reject) => {
    let started = false;
    const answer = () => {
      started = true;
      const body = dropNulBytes();
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status }));
      stream.pipe(body);
    };
    // Search engines get the whole page at once; people get it as it is made.
    const ready = isbot(request.headers.get("user-agent")) ? "onAllReady" : "onShellReady";
    const stream = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <RemixServer context={remix} url={request.url} nonce={nonce} />
      </NonceContext.Provider>,
      {
        nonce,
        [ready]: answer,
        onShellError: reject,
        onError(error: unknown) {
          // Before the shell the same error rejects and is logged where it is answered.
          if (started && !request.signal.aborted) log.error("page stream failed", { error });
        },
      },
    );
    setTimeout(stream.abort, streamTimeout + 1_000).unref();
  });
}

/** Everything that is not a refusal is a bug: logged once, here. */
export function handleError(error: unknown, { request }: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (request.signal.aborted) return;
  const { pathname } = new URL(request.url);
  deps().then(
    ({ log }) => log.error("request failed", { method: request.method, pathname, error }),
    // Without deps nothing works and there is no log either: the reason goes to the process's own output.
    (problem: unknown) => console.error("web could not start", problem, error),
  );
}
