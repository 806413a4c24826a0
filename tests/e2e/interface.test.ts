import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { samplePassword, samplePlatformAdmin, sampleSchools } from "../../scripts/sample-data/schools.ts";
import { type Browser, desktop, openBrowser, phone, skipWithoutBrowser } from "./support/browser.ts";
import { type Product, startProduct } from "./support/product.ts";
import { answered, askAnew, cardOf, chatWords as t, citationOf, entryWords, signInPupil } from "./support/pupil.ts";
import { foreignWords, switchTo } from "./support/words-on-page.ts";

const asked = "Фотосинтез гэж юу вэ?";
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const [school] = sampleSchools;
if (!school) throw new Error("No sample school");

/** A page to look at, and how to get there with what is on it opened. */
interface View {
  readonly name: string;
  readonly path: string;
  readonly prepare?: (page: Page) => Promise<unknown>;
}

describe.skipIf(skipWithoutBrowser)("the interface", () => {
  const card = cardOf("DAKH8A", 7);
  let product: Product;
  let pupil: Browser;
  let staff: Browser;
  const open: View[] = [];
  const pupilViews: View[] = [];
  const staffViews: View[] = [];

  beforeAll(async () => {
    product = await startProduct();
    pupil = await openBrowser(phone);
    staff = await openBrowser(desktop);
  });

  afterAll(async () => {
    await pupil?.close();
    await staff?.close();
    await product?.stop();
  });

  test("with the keyboard alone one signs in, asks, opens a source and comes back", async () => {
    const { page } = staff;
    await page.goto(product.address);
    await tabTo(page, page.getByLabel(entryWords("codeLabel")));
    await page.keyboard.type(card.code);
    await page.keyboard.press("Enter");
    const name = page.getByRole("link", { name: card.name });
    await name.waitFor();
    await tabTo(page, name);
    await page.keyboard.press("Enter");
    const pin = page.getByLabel(entryWords("pinLabel"));
    await pin.waitFor();
    await expect.poll(() => isFocused(pin)).toBe(true);
    await page.keyboard.type(card.pin);
    await page.waitForURL(/\/chat/);
    const question = page.getByLabel(t("questionLabel"), { exact: true });
    await question.waitFor();
    await tabTo(page, question);
    await page.keyboard.type(asked);
    await page.keyboard.press("Enter");
    const exchange = await answered(page, 1);
    const citation = citationOf(exchange, 1, "Биологи VIII");
    await page.locator("body").press("Home");
    await tabTo(page, citation);
    await page.keyboard.press("Enter");
    const viewer = page.getByRole("dialog", { name: "Биологи VIII" });
    await viewer.waitFor();
    await page.keyboard.press("Escape");
    await viewer.waitFor({ state: "detached" });
    expect(await isFocused(citation)).toBe(true);
    await staff.context.clearCookies();
  });

  test("the pages are there to look at", async () => {
    const { page } = pupil;
    await page.goto(`${product.address}/enter/${card.code}`);
    const pinPath = await page.getByRole("link", { name: card.name }).getAttribute("href");
    open.push(
      { name: "first page", path: "/" },
      { name: "names", path: `/enter/${card.code}` },
      { name: "PIN", path: pinPath ?? "" },
      { name: "staff sign-in", path: "/staff/sign-in" },
      { name: "status", path: "/status" },
    );
    await signInPupil(page, product.address, card);
    await askAnew(page, product.address, asked);
    const chat = new URL(page.url()).pathname;
    pupilViews.push(
      { name: "empty chat", path: "/chat" },
      { name: "conversation", path: chat },
      { name: "list of conversations", path: chat, prepare: (on) => on.locator("header button").first().click() },
      { name: "page of a source", path: chat, prepare: openFirstSource },
      { name: "books", path: "/books" },
      { name: "own corner", path: "/me" },
    );
    await signInStaff(staff.page, school.teacher.email);
    const classPath = await staff.page.locator("main li a").first().getAttribute("href");
    staffViews.push(
      { name: "classes", path: "/teach" },
      { name: "class", path: classPath ?? "" },
      { name: "new class", path: "/teach/classes/new" },
      { name: "new pupils", path: `${classPath}/pupils` },
    );
  });

  test("in English no interface word is Mongolian, in Mongolian none is English", async () => {
    const found: string[] = [];
    // Questions are about Mongolian books in either language.
    const questionsToTry = async (page: Page) =>
      [asked, ...(await page.locator("main ul button").allInnerTexts())].flatMap(linesOf);
    const read = async (page: Page, views: readonly View[], locale: "mn" | "en") => {
      await switchTo(page, product.address, locale);
      for (const view of views) {
        await show(page, view);
        for (const word of await foreignWords(page, locale, await questionsToTry(page)))
          found.push(`${locale}, ${view.name}: ${word}`);
      }
    };
    for (const locale of ["en", "mn"] as const) {
      await read(pupil.page, [...open, ...pupilViews], locale);
      await read(staff.page, staffViews, locale);
    }
    expect(found).toEqual([]);
  });

  test("no page of a pupil has a serious barrier, in light or dark", async () => {
    expect(await barriers(pupil.page, [...open, ...pupilViews])).toEqual([]);
  });

  test("no page of a teacher has a serious barrier, in light or dark", async () => {
    expect(await barriers(staff.page, staffViews)).toEqual([]);
  });

  test("no page of an administrator has a serious barrier, in light or dark", async () => {
    const { page } = staff;
    await staff.context.clearCookies();
    await signInStaff(page, samplePlatformAdmin.email);
    const book = await page.locator("main li a").first().getAttribute("href");
    expect(
      await barriers(page, [
        { name: "textbooks", path: "/admin/textbooks" },
        { name: "new textbook", path: "/admin/textbooks/new" },
        { name: "textbook", path: book ?? "" },
        { name: "a book's details", path: `${book ?? ""}/edit` },
        { name: "use of textbooks", path: "/admin/textbooks/insights" },
        { name: "features", path: "/admin/flags" },
      ]),
    ).toEqual([]);
  });

  test("no page had an error of its own", () => {
    expect([...pupil.problems, ...staff.problems]).toEqual([]);
  });

  async function show(page: Page, { path, prepare }: View): Promise<void> {
    await page.goto(product.address + path);
    await page.getByRole("heading", { level: 1 }).first().waitFor({ state: "attached" });
    await prepare?.(page);
  }

  async function openFirstSource(page: Page): Promise<void> {
    await page.locator(".answer .citation").first().click();
    await page.locator("dialog[open] img").first().waitFor();
  }

  async function signInStaff(page: Page, email: string): Promise<void> {
    await page.goto(`${product.address}/staff/sign-in`);
    await page.locator("input[name=email]").fill(email);
    await page.locator("input[name=password]").fill(samplePassword);
    await page.locator("input[name=password]").press("Enter");
    await page.locator("main li a").first().waitFor();
  }

  /** What axe calls serious or critical on these pages, one line each. */
  async function barriers(page: Page, views: readonly View[]): Promise<readonly string[]> {
    const found: string[] = [];
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      for (const view of views) {
        await show(page, view);
        await page.evaluate(axeSource);
        const { violations } = await page.evaluate(runAxe);
        for (const { id, impact, nodes } of violations) {
          if (impact !== "serious" && impact !== "critical") continue;
          const where = nodes.map(({ target }) => target.join(" ")).slice(0, 3);
          found.push(`${view.name}, ${colorScheme}: ${id} (${nodes.length}) at ${where.join(" | ")}`);
        }
      }
    }
    return found;
  }
});

const linesOf = (text: string): readonly string[] => text.split("\n").filter((line) => line !== "");

/** Runs in the page. */
const runAxe = (): Promise<AxeResults> => (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run();

const isFocused = (element: Locator): Promise<boolean> => element.evaluate((one) => one === document.activeElement);

/** Presses Tab until the element has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, element: Locator, most = 60): Promise<void> {
  for (let presses = 0; presses < most; presses++) {
    if (await isFocused(element)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${most} presses of Tab did not reach ${String(element)}`);
}
