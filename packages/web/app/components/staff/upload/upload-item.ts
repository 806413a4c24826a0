import type { TextbookView } from "@ukhaan/core/textbook/schema";
import type { BookProblems } from "./book-form.ts";

/** The fields of one book as they are typed. */
export interface BookValues {
  readonly title: string;
  readonly subject: string;
  readonly grade: string;
  readonly year: string;
  readonly edition: string;
  readonly language: string;
  readonly licence: string;
  readonly publisher: string;
  /** `yes` or `no`. */
  readonly required: string;
  /** Id of the book that this one takes the place of, or nothing. */
  readonly replaces: string;
}

/** The catalogue has it already, or had begun to. */
export interface FoundDuplicate {
  readonly kind: "same-file" | "same-book" | "unfinished";
  readonly textbookId: string;
  readonly title: string;
}

/**
 * Where a file stands. `editing`: its fields are being filled in · `waiting`: for its turn · `sending` · `lost`: the
 * connection went, it goes on by itself · `stopped`: by the person · `refused`: by the server, `message` says why ·
 * `preparing`, `ready`, `failed`: it has arrived, see `book` · `gone`: its book was deleted meanwhile.
 */
export type ItemState =
  | "editing"
  | "waiting"
  | "sending"
  | "lost"
  | "stopped"
  | "refused"
  | "preparing"
  | "ready"
  | "failed"
  | "gone";

/** One file of the queue. */
export interface UploadItem {
  readonly id: string;
  readonly file: File;
  readonly fileHash?: string | undefined;
  readonly values: BookValues;
  readonly problems: BookProblems;
  readonly duplicate?: FoundDuplicate | undefined;
  /** Added although the catalogue has such a book. */
  readonly insists: boolean;
  readonly state: ItemState;
  readonly sentBytes: number;
  readonly textbookId?: string | undefined;
  readonly message?: string | undefined;
  readonly book?: TextbookView | undefined;
}

/** Something of it would be lost, or delayed, if the page were closed now. */
export const isUnderWay = ({ state }: UploadItem): boolean =>
  state === "waiting" || state === "sending" || state === "lost";
