import type { Area, Areas } from "~/i18n/areas.ts";
import { access as accessEn } from "~/i18n/en/access.ts";
import { admin as adminEn } from "~/i18n/en/admin.ts";
import { books as booksEn } from "~/i18n/en/books.ts";
import { chat as chatEn } from "~/i18n/en/chat.ts";
import { common as commonEn } from "~/i18n/en/common.ts";
import { entry as entryEn } from "~/i18n/en/entry.ts";
import { errors as errorsEn } from "~/i18n/en/errors.ts";
import { features as featuresEn } from "~/i18n/en/features.ts";
import { hints as hintsEn } from "~/i18n/en/hints.ts";
import { me as meEn } from "~/i18n/en/me.ts";
import { oversight as oversightEn } from "~/i18n/en/oversight.ts";
import { review as reviewEn } from "~/i18n/en/review.ts";
import { safeguarding as safeguardingEn } from "~/i18n/en/safeguarding.ts";
import { status as statusEn } from "~/i18n/en/status.ts";
import { subjects as subjectsEn } from "~/i18n/en/subjects.ts";
import { teach as teachEn } from "~/i18n/en/teach.ts";
import { access } from "~/i18n/mn/access.ts";
import { admin } from "~/i18n/mn/admin.ts";
import { books } from "~/i18n/mn/books.ts";
import { chat } from "~/i18n/mn/chat.ts";
import { common } from "~/i18n/mn/common.ts";
import { entry } from "~/i18n/mn/entry.ts";
import { errors } from "~/i18n/mn/errors.ts";
import { features } from "~/i18n/mn/features.ts";
import { hints } from "~/i18n/mn/hints.ts";
import { me } from "~/i18n/mn/me.ts";
import { oversight } from "~/i18n/mn/oversight.ts";
import { review } from "~/i18n/mn/review.ts";
import { safeguarding } from "~/i18n/mn/safeguarding.ts";
import { status } from "~/i18n/mn/status.ts";
import { subjects } from "~/i18n/mn/subjects.ts";
import { teach } from "~/i18n/mn/teach.ts";
import type { Locale } from "~/i18n/words.ts";

const dictionary: Readonly<Record<Locale, Areas>> = {
  mn: {
    common,
    errors,
    entry,
    chat,
    books,
    hints,
    me,
    review,
    safeguarding,
    subjects,
    teach,
    admin,
    access,
    oversight,
    status,
    features,
  },
  en: {
    common: commonEn,
    errors: errorsEn,
    entry: entryEn,
    chat: chatEn,
    books: booksEn,
    hints: hintsEn,
    me: meEn,
    review: reviewEn,
    safeguarding: safeguardingEn,
    subjects: subjectsEn,
    teach: teachEn,
    admin: adminEn,
    access: accessEn,
    oversight: oversightEn,
    status: statusEn,
    features: featuresEn,
  },
};

/** The texts of some areas in one language; a loader returns them as `words`, `useWords` finds them there. */
export function dictionaryFor<A extends Area>(locale: Locale, ...areas: readonly A[]): Pick<Areas, A> {
  const all = dictionary[locale];
  return Object.fromEntries(areas.map((area) => [area, all[area]])) as Pick<Areas, A>;
}
