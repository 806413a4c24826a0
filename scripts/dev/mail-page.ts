import type { IncomingMessage, ServerResponse } from "node:http";
import { type KeptMail, readMails } from "../embedded/ses.ts";

/** Answers `/__mail` (a page) and `/__mail.json`: what the product would have mailed. Only the embedded home has it. */
export function serveMailBox(dir: string): (incoming: IncomingMessage, response: ServerResponse) => boolean {
  return (incoming, response) => {
    const path = (incoming.url ?? "").split("?")[0];
    if (incoming.method !== "GET" || (path !== "/__mail" && path !== "/__mail.json")) return false;
    const mails = readMails(dir);
    const isPage = path === "/__mail";
    response.writeHead(200, {
      "content-type": isPage ? "text/html; charset=utf-8" : "application/json",
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
      "cache-control": "no-store",
    });
    response.end(isPage ? page(mails) : JSON.stringify(mails));
    return true;
  };
}

function page(mails: readonly KeptMail[]): string {
  const items = mails.map(
    ({ atMs, from, to, subject, text }) =>
      `<article><h2>${escape(subject)}</h2><p>${escape(from)} → ${escape(to.join(", "))} · ${new Date(atMs).toISOString()}</p><pre>${escape(text)}</pre></article>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Mail box</title><style>body{font:16px/1.5 system-ui;max-width:44rem;margin:2rem auto;padding:0 1rem}pre{white-space:pre-wrap;overflow-wrap:anywhere;background:#f3f3ee;padding:1rem;border-radius:.5rem}h2{margin-bottom:0}</style>
<h1>Mail box of this machine (${mails.length})</h1>${items.join("\n") || "<p>No mail yet.</p>"}</html>`;
}

const signs: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escape = (text: string) => text.replace(/[&<>"]/gu, (sign) => signs[sign] ?? sign);
