import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fixedSentences } from "../../packages/core/src/tutor/answering/fixed-sentences.ts";
import { books } from "../../packages/web/app/i18n/mn/books.ts";
import { common } from "../../packages/web/app/i18n/mn/common.ts";
import { errors } from "../../packages/web/app/i18n/mn/errors.ts";
import { translator } from "../../packages/web/app/i18n/words.ts";
import { type Browser, openBrowser, phone, skipWithoutBrowser } from "./support/browser.ts";
import { type Product, startProduct } from "./support/product.ts";
import {
  askAnew,
  cardOf,
  chatWords as t,
  citationOf,
  entryWords,
  findName,
  newest,
  openPinPad,
  pressPin,
  sourcesOf,
} from "./support/pupil.ts";

const tb = translator("mn", books);
const bookTitle = "Биологи VIII";
const asked = "Фотосинтез гэж юу вэ?";
/** Where the sample book answers it, and with which words. */
const known = {
  section: "2.1. Фотосинтез гэж юу вэ",
  printedPage: 5,
  quote: "ногоон ургамал гэрлийн энергийг ашиглан нүүрсхүчлийн хий, уснаас органик бодис",
};
const { printedPage } = known;

describe.skipIf(skipWithoutBrowser)("a pupil with a phone", () => {
  const me = cardOf("DAKH8A", 1);
  const forgetful = cardOf("DAKH8A", 2);
  let product: Product;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    product = await startProduct();
    browser = await openBrowser(phone);
    page = browser.page;
  });

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  test("a class code that no class has is told beside the field", async () => {
    await page.goto(product.address);
    await page.getByLabel(entryWords("codeLabel")).fill("ZZZZ99");
    await page.getByRole("button", { name: entryWords("enter"), exact: true }).click();
    await page.getByRole("alert").getByText(errors["school.no-such-class"]).waitFor();
  });

  test("five wrong PINs lock the account, say for how long, and count down", async () => {
    await openPinPad(page, product.address, forgetful);
    for (const triesLeft of [4, 3, 2, 1]) {
      await pressPin(page, "0000");
      await page.getByText(entryWords("wrongPin", { n: triesLeft })).waitFor();
    }
    await pressPin(page, "0000");
    await page.getByText(entryWords("lockedTitle")).waitFor();
    const [beforeWait] = entryWords("lockedText").split("{wait}");
    const told = page.getByText(beforeWait ?? "");
    const first = await told.innerText();
    expect(first).toMatch(/\d/);
    await expect.poll(() => told.innerText(), { timeout: 5_000 }).not.toBe(first);
    expect(await page.getByRole("button", { name: "1", exact: true }).isDisabled()).toBe(true);

    // The right PIN does not help before the time is over, nor does another page.
    await openPinPad(page, product.address, forgetful);
    await pressPin(page, forgetful.pin);
    await page.getByText(entryWords("lockedTitle")).waitFor();
    expect(new URL(page.url()).pathname).not.toContain("/chat");
  });

  test("class code in any writing, name, PIN, and the chat is there; a wrong PIN says how many tries are left", async () => {
    await openPinPad(page, product.address, { ...me, code: "dakh-8a" });
    await pressPin(page, "0000");
    await page.getByText(entryWords("wrongPin", { n: 4 })).waitFor();
    await pressPin(page, me.pin);
    await page.waitForURL(/\/chat$/);
    await page.getByRole("heading", { name: t("emptyTitle", { name: me.givenName }) }).waitFor();
    expect(await hasSidewaysScroll(page)).toBe(false);
  });

  test("the answer cites book, section and printed page, and says quietly that these are the book's own words", async () => {
    const exchange = await askAnew(page, product.address, asked);
    await exchange.getByText(asked, { exact: true }).waitFor();
    const [first] = await sourcesOf(exchange);
    expect(first).toContain(bookTitle);
    expect(first).toContain(known.section);
    expect(first).toContain(t("pageShort", { n: printedPage }));
    expect(plain(await exchange.locator(".answer").innerText())).toContain(plain(known.quote));
    await exchange.getByText(t("noticePassagesOnly")).waitFor();
    expect(await hasSidewaysScroll(page)).toBe(false);
  });

  test("a citation opens the page with its passage marked, pages turn, and closing gives the focus back", async () => {
    const citation = citationOf(newest(page), 1, bookTitle);
    await citation.click();
    const viewer = page.getByRole("dialog", { name: bookTitle });
    const image = viewer.getByRole("img", { name: tb("pageImage", { title: bookTitle, n: printedPage }) });
    await viewer.getByText(tb("printedPage", { n: printedPage }), { exact: true }).waitFor();
    await expectLoaded(image);
    await expectInside(viewer.locator("path.page-mark"), image);
    // For those who can't see the page: the marked words themselves.
    const words = viewer.locator("p", { hasText: tb("markedPassage") });
    expect(plain(await words.innerText())).toContain(plain(known.quote));

    await viewer.getByRole("button", { name: tb("nextPage") }).click();
    await expectLoaded(viewer.getByRole("img", { name: tb("pageImage", { title: bookTitle, n: printedPage + 1 }) }));
    expect(await viewer.locator("path.page-mark").count()).toBe(0);
    await viewer.getByRole("button", { name: tb("previousPage") }).click();
    await expectLoaded(image);

    await viewer.getByRole("button", { name: common.close }).click();
    await viewer.waitFor({ state: "detached" });
    expect(await citation.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test("Latin letters find what Cyrillic ones find", async () => {
    const inCyrillic = await sourcesOf(await askAnew(page, product.address, asked));
    const inLatin = await sourcesOf(await askAnew(page, product.address, "fotosintez gej yu ve"));
    expect(inLatin.length).toBeGreaterThan(0);
    expect(inLatin).toEqual(inCyrillic);
  });

  test("у and о find what ү and ө find", async () => {
    const right = await askAnew(page, product.address, "Фотосинтезээр гарах хүчилтөрөгч хаанаас гардаг вэ?");
    const expected = await sourcesOf(right);
    const typed = await askAnew(page, product.address, "Фотосинтезээр гарах хучилторогч хаанаас гардаг вэ?");
    expect(expected.length).toBeGreaterThan(0);
    expect(await sourcesOf(typed)).toEqual(expected);
  });

  test("a formula of the book is drawn as mathematics", async () => {
    const exchange = await askAnew(page, product.address, "Дискриминантын томьёо юу вэ?");
    const [first] = await sourcesOf(exchange);
    expect(first).toContain("Математик VIII");
    await exchange.locator(".answer math msqrt").first().waitFor({ state: "attached" });
    expect(await exchange.locator(".katex-error").count()).toBe(0);
    expect(await exchange.locator(".answer").innerText()).not.toMatch(/\$|\\sqrt/);
  });

  test("what the books do not hold is said, not invented", async () => {
    const exchange = await askAnew(page, product.address, "Наполеон хэзээ төрсөн бэ?");
    await exchange.getByText(fixedSentences("mn").notInBooks).waitFor();
    expect(await sourcesOf(exchange)).toEqual([]);
    expect(await exchange.getByText(t("noticePassagesOnly")).count()).toBe(0);
  });

  test("another pupil of the same phone finds nothing of the one before, in the same tab", async () => {
    const drawer = await openDrawer(page);
    await drawer.getByRole("link", { name: asked }).first().waitFor();
    const foreign = await drawer.getByRole("link", { name: asked }).first().getAttribute("href");
    await drawer.getByRole("button", { name: common.signOut, exact: true }).click();
    await page.waitForURL(`${product.address}/`);

    const other = cardOf("DAKH8A", 3);
    await findName(page, other);
    await pressPin(page, other.pin);
    await page.waitForURL(/\/chat$/);
    await (await openDrawer(page)).getByText(t("noConversations")).waitFor();
    expect(await drawer.getByRole("listitem").count()).toBe(0);
    await page.goto(product.address + foreign);
    await page.getByRole("heading", { name: common.notFoundTitle }).waitFor();
    expect(await page.getByRole("article").count()).toBe(0);
  });

  test("also where a session ends by itself and the page is never loaded again", async () => {
    await askAnew(page, product.address, "Архимедийн хууль юу гэсэн бэ?");
    const foreign = new URL(page.url()).pathname;
    const draft = "хэн ч бүү уншаарай";
    await page.getByLabel(t("questionLabel"), { exact: true }).fill(draft);
    await page.evaluate(() => Object.assign(globalThis, { sameDocument: true }));
    await browser.context.clearCookies();
    await (await openDrawer(page)).getByRole("link", { name: t("books") }).click();
    await page.getByLabel(entryWords("codeLabel")).waitFor();

    const next = cardOf("DAKH8A", 7);
    await findName(page, next);
    await pressPin(page, next.pin);
    await page.getByRole("link", { name: t("title"), exact: true }).click();
    await page.getByRole("heading", { name: t("emptyTitle", { name: next.givenName }) }).waitFor();
    expect(await page.evaluate(() => "sameDocument" in globalThis)).toBe(true);
    expect(await page.getByLabel(t("questionLabel"), { exact: true }).inputValue()).toBe("");
    const drawer = await openDrawer(page);
    await drawer.getByText(t("noConversations")).waitFor();
    expect(await drawer.getByRole("listitem").count()).toBe(0);
    await page.goto(product.address + foreign);
    await page.getByRole("heading", { name: common.notFoundTitle }).waitFor();
    expect(await page.getByRole("article").count()).toBe(0);
  });

  test("no page had an error of its own", () => {
    // The wrong class code and other pupils' conversations: the browser reports what the server refused.
    expect(browser.problems.filter((text) => !/status of 404/.test(text))).toEqual([]);
    expect(browser.problems.length).toBeLessThanOrEqual(3);
  });
});

async function openDrawer(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: t("openConversations") }).click();
  return page.getByRole("dialog", { name: t("conversations") });
}

/** Line breaks and word joiners of page and book make no difference. */
const plain = (text: string) => text.replaceAll("\u2060", "").replace(/\s+/g, " ");

const hasSidewaysScroll = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

async function expectLoaded(image: Locator): Promise<void> {
  await expect
    .poll(() => image.evaluate((shown: HTMLImageElement) => (shown.complete ? shown.naturalWidth : 0)), {
      timeout: 30_000,
    })
    .toBeGreaterThan(200);
}

/** The mark covers a part of the page: more than nothing, less than all, and nothing beside it. */
async function expectInside(mark: Locator, image: Locator): Promise<void> {
  const [inner, outer] = await Promise.all([mark.boundingBox(), image.boundingBox()]);
  if (!inner || !outer) throw new Error("The page or its mark is not shown");
  expect(inner.x).toBeGreaterThanOrEqual(outer.x);
  expect(inner.y).toBeGreaterThanOrEqual(outer.y);
  expect(inner.x + inner.width).toBeLessThanOrEqual(outer.x + outer.width);
  expect(inner.y + inner.height).toBeLessThanOrEqual(outer.y + outer.height);
  expect(inner.height).toBeGreaterThan(4);
  expect(inner.width * inner.height).toBeLessThan(0.6 * outer.width * outer.height);
}
