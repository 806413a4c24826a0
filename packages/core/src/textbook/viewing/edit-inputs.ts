import * as z from "zod";
import { idSchema } from "../../kernel/id-schema.ts";
import { AddTextbookInput } from "../schema.ts";

const { title, subject, grade, year } = AddTextbookInput.shape;

/** What to write down differently about a textbook; what is left out stays. The edition is where its files lie, and stays. */
export const EditTextbookInput = z.object({
  textbookId: idSchema("textbook"),
  /** The book's `updatedAtMs` when it was shown: what somebody else has written down since is not overwritten. */
  seenAtMs: z.number().optional(),
  title: title.optional(),
  subject: subject.optional(),
  grade: grade.optional(),
  year: year.optional(),
  // Not the schemas of adding: a default would overwrite what is left out.
  language: z.enum(["mn", "en", "ru", "kk"]).optional(),
  licence: z.string().trim().max(100).optional(),
  publisher: z.string().trim().max(200).optional(),
  required: z.boolean().optional(),
});
export type EditTextbookInput = z.input<typeof EditTextbookInput>;
