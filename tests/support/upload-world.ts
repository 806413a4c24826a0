import { createS3Multipart } from "../../packages/core/src/adapters/s3-multipart.ts";
import { openTable } from "../../packages/core/src/adapters/table.ts";
import { createAuditStore, type AccountPorts } from "../../packages/core/src/account/index.ts";
import type { Actor, Ctx, SystemActor } from "../../packages/core/src/kernel/index.ts";
import { createUploadStore, type TextbookPorts, type UploadPorts } from "../../packages/core/src/textbook/index.ts";
import { resourceOf } from "./stack-resources.ts";
import { type TextbookWorld, textbookWorld } from "./textbook-world.ts";

export type CataloguePorts = TextbookPorts & UploadPorts & Pick<AccountPorts, "audit">;

/** The textbook slice with what administrators use beside it: uploads in parts, the audit trail. */
export interface UploadWorld extends Omit<TextbookWorld, "as" | "ports"> {
  readonly books: TextbookWorld;
  readonly ports: CataloguePorts;
  as<Who extends Actor | SystemActor>(actor: Who): Ctx<Who, CataloguePorts>;
}

export function uploadWorld(): UploadWorld {
  const books = textbookWorld();
  const table = openTable({ name: resourceOf("Table").name });
  const more = {
    uploadParts: createS3Multipart({ bucket: resourceOf("Uploads").name }),
    pendingUploads: createUploadStore(table),
    audit: createAuditStore(table),
  };
  return {
    books,
    sent: books.sent,
    ports: { ...books.ports, ...more },
    as: (actor) => ({ ...books.as(actor), ...more }),
  };
}
