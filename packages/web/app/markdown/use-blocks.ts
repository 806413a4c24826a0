import { useEffect, useState } from "react";
import type { Block } from "./blocks.ts";

type Parse = (markdown: string) => readonly Block[];
let parse: Parse | undefined;

/** Fetches the Markdown lexer; called when a question is sent, so that it is there before the answer. */
export async function loadParser(): Promise<void> {
  parse ??= (await import("./parse.ts")).parseAnswer;
}

/** Blocks of an answer as it grows: those the server parsed, else parsed here; plain paragraphs until the lexer has come. */
export function useBlocks(answer: string, parsed: readonly Block[] | undefined): readonly Block[] {
  const [, setLoaded] = useState(parse !== undefined);
  const needed = parsed === undefined && answer !== "";
  useEffect(() => {
    if (!needed || parse) return;
    // Without the lexer (a lost connection) the answer stays readable as plain paragraphs.
    loadParser().then(
      () => setLoaded(true),
      () => undefined,
    );
  }, [needed]);
  return parsed ?? (parse ? parse(answer) : plainParagraphs(answer));
}

const plainParagraphs = (answer: string): Block[] =>
  answer ? answer.split(/\n{2,}/).map((v) => ({ t: "p", c: [{ t: "text", v }] })) : [];
