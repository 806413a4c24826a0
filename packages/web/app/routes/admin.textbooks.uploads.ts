import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { DomainError } from "@ukhaan/core/kernel";
import {
  addTextbook,
  beginUpload,
  completeUpload,
  deleteTextbook,
  findDuplicates,
  readTextbook,
  signUploadParts,
} from "@ukhaan/core/textbook";
import { actorContext } from "~/.server/context.ts";
import { readForm, readIntent } from "~/.server/read-form.ts";
import { resource } from "~/.server/resource.ts";
import { readBookForm } from "~/components/staff/upload/book-form.ts";

/** More files stand in nobody's queue. */
const mostBooks = 50;

/** Where the books of `?ids=a,b` stand; books that are gone are left out. */
export const loader = resource(async ({ request }: LoaderFunctionArgs) => {
  const ctx = await actorContext(request, "platform-admin");
  const ids = (new URL(request.url).searchParams.get("ids") ?? "").split(",").filter(Boolean).slice(0, mostBooks);
  const books = await Promise.all(ids.map((textbookId) => readTextbook(ctx, { textbookId }).catch(unlessGone)));
  return { books: books.filter((book) => book !== undefined) };
});

/** The steps of an upload in parts; the file itself goes straight to the store. */
export const action = resource(async ({ request }: ActionFunctionArgs) => {
  const ctx = await actorContext(request, "platform-admin");
  const form = await readForm(request);
  const intent = readIntent(form, "check", "add", "begin", "sign", "complete", "drop");
  const textbookId = String(form.get("textbookId") ?? "");
  const fileHash = form.get("fileHash");
  const file = {
    fileName: String(form.get("fileName") ?? ""),
    sizeBytes: Number(form.get("sizeBytes")),
    ...(typeof fileHash === "string" ? { fileHash } : {}),
  };
  switch (intent) {
    case "check": {
      const found = await findDuplicates(ctx, { candidates: readJson(form.get("candidates")) as never });
      return { duplicates: found.map((each) => each && { kind: each.kind, ...shortly(each.textbook) }) };
    }
    case "add": {
      const { textbook } = await addTextbook(ctx, readBookForm(form));
      return beginUpload(ctx, { textbookId: textbook.textbookId, ...file });
    }
    case "begin":
      return beginUpload(ctx, { textbookId, ...file });
    case "sign": {
      const [part] = await signUploadParts(ctx, { textbookId, partNumbers: [Number(form.get("partNumber"))] });
      return { url: part?.url };
    }
    case "complete":
      return { book: await completeUpload(ctx, { textbookId }) };
    case "drop":
      await deleteTextbook(ctx, { textbookId });
      return {};
  }
});

const shortly = ({ textbookId, title }: { readonly textbookId: string; readonly title: string }) => ({
  textbookId,
  title,
});

function unlessGone(error: unknown): undefined {
  if (error instanceof DomainError && error.kind === "not-found") return undefined;
  throw error;
}

/** Core checks the shape; here it only has to be JSON. */
function readJson(value: FormDataEntryValue | null): unknown {
  try {
    return JSON.parse(String(value));
  } catch (error) {
    throw new DomainError("invalid", "kernel.invalid-input", { field: "candidates" }, { cause: error });
  }
}
