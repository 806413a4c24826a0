import type { TextbookView } from "@ukhaan/core/textbook/schema";
import { type SendOutcome, sendPart } from "./send-part.ts";
import type { BookValues, FoundDuplicate, UploadItem } from "./upload-item.ts";

/** How far an upload is on the server's side, as core tells it. */
export interface PartsProgress {
  readonly textbookId: string;
  readonly partBytes: number;
  readonly partCount: number;
  readonly arrivedParts: readonly number[];
}

export interface Candidate {
  readonly fileHash?: string | undefined;
  readonly title: string;
  readonly grade: number;
  readonly edition: number;
}

/**
 * What the queue asks of the server and the store. A refusal throws {@link StepRefused} with its words; a lost connection
 * (or a server in trouble) throws anything else.
 */
export interface UploadSteps {
  check(candidates: readonly Candidate[]): Promise<readonly (FoundDuplicate | null)[]>;
  add(values: BookValues, item: Pick<UploadItem, "file" | "fileHash">): Promise<PartsProgress>;
  begin(textbookId: string, item: Pick<UploadItem, "file" | "fileHash">): Promise<PartsProgress>;
  sign(textbookId: string, partNumber: number): Promise<string>;
  send(
    part: Blob,
    url: string,
    options: { readonly onProgress: (sentBytes: number) => void; readonly signal: AbortSignal },
  ): Promise<SendOutcome>;
  complete(textbookId: string): Promise<void>;
  drop(textbookId: string): Promise<void>;
  states(textbookIds: readonly string[]): Promise<readonly TextbookView[]>;
}

/** The server said no; `message` is why, in the words of the page's language. */
export class StepRefused extends Error {
  override readonly name = "StepRefused";
}

const address = "/admin/textbooks/uploads";

/** The steps as they go over the network. */
export const networkSteps: UploadSteps = {
  check: async (candidates) => {
    const { duplicates } = await post<{ duplicates: readonly (FoundDuplicate | null)[] }>("check", {
      candidates: JSON.stringify(candidates),
    });
    return duplicates;
  },
  add: (values, item) => post("add", { ...values, ...fileFields(item) }),
  begin: (textbookId, item) => post("begin", { textbookId, ...fileFields(item) }),
  sign: async (textbookId, partNumber) => {
    const { url } = await post<{ url: string }>("sign", { textbookId, partNumber: String(partNumber) });
    return url;
  },
  send: sendPart,
  complete: async (textbookId) => void (await post("complete", { textbookId })),
  drop: async (textbookId) => void (await post("drop", { textbookId })),
  states: async (textbookIds) => {
    const answer = await fetch(`${address}?ids=${textbookIds.join(",")}`);
    return (await read<{ books: readonly TextbookView[] }>(answer)).books;
  },
};

const fileFields = ({ file, fileHash }: Pick<UploadItem, "file" | "fileHash">) => ({
  fileName: file.name,
  sizeBytes: String(file.size),
  ...(fileHash === undefined ? {} : { fileHash }),
});

async function post<Answer>(intent: string, fields: Readonly<Record<string, string>>): Promise<Answer> {
  const body = new FormData();
  for (const [name, value] of Object.entries({ intent, ...fields })) body.set(name, value);
  return read(await fetch(address, { method: "POST", body }));
}

async function read<Answer>(response: Response): Promise<Answer> {
  // Whoever is signed out meanwhile is led to the sign-in page; the queue waits until they are back.
  if (response.redirected || response.status >= 500) throw new Error(`no answer: ${response.status}`);
  const answer = (await response.json()) as Answer & { readonly message?: string };
  if (!response.ok) throw new StepRefused(answer.message ?? String(response.status));
  return answer;
}
