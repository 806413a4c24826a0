import type { errors as source } from "../mn/errors.ts";
import type { Translation } from "../words.ts";

export const errors: Translation<typeof source> = {
  "kernel.internal": "Something went wrong on our side. Please try again.",
  "kernel.invalid-input": "Please check what you filled in and try again.",
  "account.sign-in-first": "Please sign in first.",
  "account.wrong-role": "This page is not open to your account.",
  "account.cross-site": "The request came from another site, so it was stopped. Reload the page and try again.",
  "account.wrong-credentials": "The e-mail or the password is not right.",
};
