import type { access } from "./mn/access.ts";
import type { admin } from "./mn/admin.ts";
import type { books } from "./mn/books.ts";
import type { chat } from "./mn/chat.ts";
import type { common } from "./mn/common.ts";
import type { entry } from "./mn/entry.ts";
import type { errors } from "./mn/errors.ts";
import type { features } from "./mn/features.ts";
import type { hints } from "./mn/hints.ts";
import type { me } from "./mn/me.ts";
import type { oversight } from "./mn/oversight.ts";
import type { review } from "./mn/review.ts";
import type { safeguarding } from "./mn/safeguarding.ts";
import type { status } from "./mn/status.ts";
import type { subjects } from "./mn/subjects.ts";
import type { teach } from "./mn/teach.ts";
import type { Translation } from "./words.ts";

/** The dictionary, area by area: Mongolian is the source, every other language has its keys. */
export interface Areas {
  readonly common: Translation<typeof common>;
  readonly errors: Translation<typeof errors>;
  readonly entry: Translation<typeof entry>;
  readonly chat: Translation<typeof chat>;
  readonly books: Translation<typeof books>;
  readonly hints: Translation<typeof hints>;
  readonly me: Translation<typeof me>;
  readonly review: Translation<typeof review>;
  readonly safeguarding: Translation<typeof safeguarding>;
  readonly subjects: Translation<typeof subjects>;
  readonly teach: Translation<typeof teach>;
  readonly admin: Translation<typeof admin>;
  readonly access: Translation<typeof access>;
  readonly oversight: Translation<typeof oversight>;
  readonly status: Translation<typeof status>;
  readonly features: Translation<typeof features>;
}
export type Area = keyof Areas;
