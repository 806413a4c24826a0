import type { Page } from "playwright-core";
import { chat } from "../../../packages/web/app/i18n/mn/chat.ts";
import { teach } from "../../../packages/web/app/i18n/mn/teach.ts";
import { sampleBooks } from "../../../scripts/sample-data/books/catalogue.ts";
import { samplePlatformAdmin, sampleSchools } from "../../../scripts/sample-data/schools.ts";

/** Latin letters that belong into Mongolian text: file kinds, keys, codes, Roman numerals, languages in their own name. */
const latinInMongolian = new Set([
  "PDF",
  "QR",
  "PIN",
  "Enter",
  "Shift",
  "English",
  "CC",
  "BY",
  "Chrome",
  "Android",
  "name",
  "example",
  "mn",
]);

const names = sampleSchools.flatMap(({ school, teacher, admin, classes }) => [
  school.name,
  teacher.name,
  admin.name,
  ...classes.flatMap((sample) => [
    sample.code,
    sample.name,
    ...sample.pupils.flatMap(([family, given]) => [family, given]),
  ]),
]);
/** What a pupil says to a Mongolian book, and the example of its chapters, is Mongolian. */
const said = ["Ургамлын амьдрал", chat.followSimpler, chat.followExample, chat.followCheck, teach.namesExample];
/** Names and titles stay in their own language. */
const alwaysAllowed = [...names, ...said, samplePlatformAdmin.name, ...sampleBooks.map(({ title }) => title), "Ухаан"];

/** Chooses a language the way the page's own switch does. */
export async function switchTo(page: Page, address: string, locale: "mn" | "en"): Promise<void> {
  await page.goto(address);
  if ((await page.locator("html").getAttribute("lang")) === locale) return;
  await page.locator(`button[name=locale][value=${locale}]`).first().click();
  await page.locator(`html[lang=${locale}]`).waitFor({ state: "attached" });
}

/**
 * Words of the page that are in the other alphabet than its language: what is seen and what is read aloud. What pupils and
 * books say is left out, and so are names; `ownWords` are further ones of these.
 */
export async function foreignWords(
  page: Page,
  locale: "mn" | "en",
  ownWords: readonly string[],
): Promise<readonly string[]> {
  const data = [...alwaysAllowed, ...ownWords].toSorted((one, other) => other.length - one.length);
  const texts = await page.evaluate(readTexts);
  const found = new Set<string>();
  for (const text of texts) {
    const own = data.reduce((rest, name) => rest.replaceAll(name, " "), text.replace(/\S+@\S+/g, " "));
    const words = locale === "en" ? own.match(/\p{Script=Cyrillic}{2,}/gu) : own.match(/\p{Script=Latin}{2,}/gu);
    for (const word of words ?? []) {
      const allowed = locale === "mn" && (latinInMongolian.has(word) || /^[IVX]+$/.test(word));
      if (!allowed) found.add(`«${word}» in «${text.slice(0, 60)}»`);
    }
  }
  return [...found];
}

/** Runs in the page: its title, its texts and the attributes that are read aloud. */
function readTexts(): string[] {
  // The log reads the answer aloud; the last ones are sections and words of the book.
  const skipped = "script, style, .answer, article p, [role=log], .katex, details, code, article li, dialog p.sr-only";
  const texts: string[] = [document.title];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    const text = node.textContent?.trim();
    if (text && parent && !parent.closest(skipped) && !parent.closest("[lang]:not(html)")) texts.push(text);
  }
  for (const element of document.querySelectorAll("[aria-label], [title], [placeholder], [alt]")) {
    if (element.closest(skipped) || element.closest("[lang]:not(html)")) continue;
    for (const name of ["aria-label", "title", "placeholder", "alt"]) {
      const value = element.getAttribute(name);
      if (value) texts.push(value);
    }
  }
  return texts;
}
