import { DomainError } from "../kernel/index.ts";
import { isBadCursor } from "./bad-cursor.ts";

/** A query's page, or `invalid` `account.invalid-cursor` when its cursor is none of this list's. */
export async function listedPage<T>(page: Promise<T>, cursor: string | undefined): Promise<T> {
  try {
    return await page;
  } catch (error) {
    if (cursor === undefined || !isBadCursor(error)) throw error;
    throw new DomainError("invalid", "account.invalid-cursor", {}, { cause: error });
  }
}
