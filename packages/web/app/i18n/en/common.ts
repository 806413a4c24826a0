import type { common as source } from "../mn/common.ts";
import type { Translation } from "../words.ts";

export const common: Translation<typeof source> = {
  siteTitle: "Ukhaan: a tutor that knows your textbooks",
  siteDescription: "An AI tutor for pupils in Mongolia that explains from their textbooks and shows the page.",
  skipToContent: "Skip to content",
  close: "Close",
  cancel: "Cancel",
  save: "Save",
  delete: "Delete",
  back: "Back",
  undo: "Undo",
  loading: "Loading…",
  tryAgain: "Try again",
  toFirstPage: "First page",
  signOut: "Sign out",
  theme: "Colours of the screen",
  themeSystem: "As the device",
  themeLight: "Light",
  themeDark: "Dark",
  language: "Language",
  grade: "Grade {n}",
  notFoundTitle: "There is no such page",
  notFoundText: "The address may be mistyped, or the page has moved.",
  notReached: "We could not be reached. Check the connection and try again.",
  errorTitle: "Sorry, that did not work",
  errorText: "We have noted the problem. Please try again.",
};
