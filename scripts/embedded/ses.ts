import { randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join } from "node:path";
import { closeServer, listenOnLoopback } from "./http-server.ts";

/** One mail as it lies in the box. */
export interface KeptMail {
  readonly id: string;
  readonly atMs: number;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
}

export interface Ses {
  readonly endpoint: string;
  stop(): Promise<void>;
}

interface SendEmailBody {
  readonly FromEmailAddress?: string;
  readonly Destination?: { readonly ToAddresses?: readonly string[] };
  readonly Content?: {
    readonly Simple?: {
      readonly Subject?: { readonly Data?: string };
      readonly Body?: { readonly Text?: { readonly Data?: string } };
    };
  };
}

/** SES takes 40 MB; ours are a few lines. */
const mostBytes = 1_000_000;

/**
 * Speaks as much of SES v2 as the product uses (SendEmail with a simple text) and keeps every mail as a file: nothing leaves
 * this machine. https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html
 */
export async function startSes(options: { readonly dir: string; readonly port: number }): Promise<Ses> {
  const { dir, port } = options;
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const server = createServer((incoming, response) => {
    answer(dir, incoming, response).catch((error: unknown) => {
      console.error("The mail box failed:", error);
      refuse(response, 500, "InternalFailure", "The mail box failed.");
    });
  });
  const endpoint = await listenOnLoopback(server, port, "SES");
  return { endpoint, stop: () => closeServer(server) };
}

async function answer(dir: string, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = (incoming.url ?? "").split("?")[0];
  if (incoming.method !== "POST" || path !== "/v2/email/outbound-emails") {
    return refuse(response, 404, "NotFoundException", "This mail box only takes SendEmail.");
  }
  const body = parseBody(await readBody(incoming));
  const mail = body && toMail(body);
  if (!mail) return refuse(response, 400, "BadRequestException", "Sender, receiver, subject and text are needed.");
  keep(dir, mail);
  response
    .writeHead(200, { "content-type": "application/json", "x-amzn-requestid": mail.id })
    .end(JSON.stringify({ MessageId: mail.id }));
}

function refuse(response: ServerResponse, status: number, type: string, message: string): void {
  response.writeHead(status, { "content-type": "application/json", "x-amzn-errortype": type });
  response.end(JSON.stringify({ message }));
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of incoming as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > mostBytes) return "";
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

function parseBody(text: string): SendEmailBody | undefined {
  try {
    return JSON.parse(text) as SendEmailBody;
  } catch {
    return undefined;
  }
}

function toMail({ FromEmailAddress: from, Destination, Content }: SendEmailBody): KeptMail | undefined {
  const to = Destination?.ToAddresses ?? [];
  const subject = Content?.Simple?.Subject?.Data;
  const text = Content?.Simple?.Body?.Text?.Data;
  if (!from || to.length === 0 || !subject || !text) return undefined;
  return { id: randomUUID(), atMs: Date.now(), from, to, subject, text };
}

/** Whole or not at all: a reader meets no half mail. */
function keep(dir: string, mail: KeptMail): void {
  const file = join(dir, `${mail.atMs}-${mail.id}.json`);
  writeFileSync(`${file}.part`, JSON.stringify(mail), { mode: 0o600 });
  renameSync(`${file}.part`, file);
}

/** The last mails of the box, newest first. */
export function readMails(dir: string, most = 100): readonly KeptMail[] {
  const files = readdirSync(dir).filter((name) => name.endsWith(".json"));
  return files
    .toSorted()
    .toReversed()
    .slice(0, most)
    .map((name) => JSON.parse(readFileSync(join(dir, name), "utf8")) as KeptMail);
}
