import type { Locator, Page } from "playwright-core";
import { chat } from "../../../packages/web/app/i18n/mn/chat.ts";
import { entry } from "../../../packages/web/app/i18n/mn/entry.ts";
import { translator } from "../../../packages/web/app/i18n/words.ts";
import { sampleSchools } from "../../../scripts/sample-data/schools.ts";

export const chatWords = translator("mn", chat);
export const entryWords = translator("mn", entry);

/** A pupil of the sample school as their card says. */
export interface PupilCard {
  readonly code: string;
  /** As the class list shows it: given name and the first letter of the family's. */
  readonly name: string;
  readonly givenName: string;
  readonly pin: string;
}

/** Cards of a sample class; each journey takes pupils of its own. */
function cardsOf(code: string): readonly PupilCard[] {
  const found = sampleSchools.flatMap(({ classes }) => classes).find((sample) => sample.code === code);
  if (!found) throw new Error(`No sample class has the code ${code}`);
  return found.pupils.map(([familyName, givenName, pin]) => ({
    code,
    name: `${givenName} ${familyName.slice(0, 1)}.`,
    givenName,
    pin,
  }));
}

export function cardOf(code: string, position: number): PupilCard {
  const card = cardsOf(code)[position];
  if (!card) throw new Error(`Class ${code} has no pupil number ${position}`);
  return card;
}

/** From the first page to the PIN, the way a pupil goes. */
export async function openPinPad(page: Page, address: string, card: PupilCard): Promise<void> {
  await page.goto(address);
  await findName(page, card);
}

/** From the class code to the PIN on the page that is open, without loading it again. */
export async function findName(page: Page, { code, name }: PupilCard): Promise<void> {
  await page.getByLabel(entryWords("codeLabel")).fill(code);
  await page.getByRole("button", { name: entryWords("enter"), exact: true }).click();
  await page.getByRole("link", { name }).click();
  await page.getByLabel(entryWords("pinLabel")).waitFor();
}

/** Presses the four digits; the last one sends them. */
export async function pressPin(page: Page, pin: string): Promise<void> {
  for (const digit of pin) await page.getByRole("button", { name: digit, exact: true }).click();
}

export async function signInPupil(page: Page, address: string, card: PupilCard): Promise<void> {
  await openPinPad(page, address, card);
  await pressPin(page, card.pin);
  await page.waitForURL(/\/chat/);
}

/** Types and sends a question; does not wait for its answer. */
export async function send(page: Page, question: string): Promise<void> {
  await page.getByLabel(chatWords("questionLabel"), { exact: true }).fill(question);
  await page.getByRole("button", { name: chatWords("send"), exact: true }).click();
}

/** The newest question with its answer. */
export const newest = (page: Page): Locator => page.getByRole("article").last();

/** Waits until the newest answer of `count` is whole. */
export async function answered(page: Page, count: number): Promise<Locator> {
  const exchange = page.getByRole("article").nth(count - 1);
  await exchange.getByRole("button", { name: chatWords("good"), exact: true }).waitFor();
  return exchange;
}

/** A question in a conversation of its own, with its whole answer. */
export async function askAnew(page: Page, address: string, question: string): Promise<Locator> {
  await page.goto(`${address}/chat`);
  await send(page, question);
  return await answered(page, 1);
}

/** The number in the text that opens the page of the book. */
export const citationOf = (exchange: Locator, number: number, bookTitle: string): Locator =>
  exchange.locator(".answer").getByLabel(chatWords("sourceNumber", { n: number, book: bookTitle }), { exact: true });

/** What the answer cites, as its list of sources says. */
export async function sourcesOf(exchange: Locator): Promise<readonly string[]> {
  return await exchange.getByRole("listitem").getByRole("button").allInnerTexts();
}
