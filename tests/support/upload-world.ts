import type { Actor, Ctx, SystemActor } from "../../packages/core/src/kernel/index.ts";
import { type CataloguePorts, type TextbookWorld, textbookWorld } from "./textbook-world.ts";

/** The textbook slice with what administrators use beside it: uploads in parts, the audit trail. */
export interface UploadWorld extends Omit<TextbookWorld, "as" | "ports"> {
  readonly books: TextbookWorld;
  readonly ports: CataloguePorts;
  as<Who extends Actor | SystemActor>(actor: Who): Ctx<Who, CataloguePorts>;
}

export function uploadWorld(): UploadWorld {
  const books = textbookWorld();
  return { ...books, books };
}
