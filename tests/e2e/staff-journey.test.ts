import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { qrPath } from "../../packages/web/app/components/staff/pin-cards/qr-path.ts";
import { admin } from "../../packages/web/app/i18n/mn/admin.ts";
import { errors } from "../../packages/web/app/i18n/mn/errors.ts";
import { teach } from "../../packages/web/app/i18n/mn/teach.ts";
import { translator } from "../../packages/web/app/i18n/words.ts";
import { samplePassword, samplePlatformAdmin, sampleSchools } from "../../scripts/sample-data/schools.ts";
import { type Browser, desktop, openBrowser, phone, skipWithoutBrowser } from "./support/browser.ts";
import { type Product, startProduct } from "./support/product.ts";

const t = translator("mn", teach);
const ta = translator("mn", admin);
const [ownSchool, otherSchool] = sampleSchools;
if (!ownSchool || !otherSchool) throw new Error("The journey needs two sample schools");
const bookFile = fileURLToPath(new URL("../../scripts/sample-data/books/pdf/baigal-5.pdf", import.meta.url));

/** A card as somebody reads it who holds it. */
interface Card {
  readonly name: string;
  readonly pin: string;
  readonly code: string;
  readonly qr: string;
}

describe.skipIf(skipWithoutBrowser)("a day of the staff", () => {
  let product: Product;
  let staff: Browser;
  let pupil: Browser;
  let classUrl = "";
  let cards: readonly Card[] = [];

  beforeAll(async () => {
    product = await startProduct();
    staff = await openBrowser(desktop);
    pupil = await openBrowser(phone);
    for (const { page } of [staff, pupil]) page.setDefaultTimeout(30_000);
  });

  afterAll(async () => {
    await staff?.close();
    await pupil?.close();
    await product?.stop();
  });

  async function signIn(page: Page, email: string, password = samplePassword): Promise<void> {
    await page.goto(`${product.address}/staff/sign-in`);
    await page.getByLabel(t("email")).fill(email);
    await page.getByLabel(t("password"), { exact: true }).fill(password);
    await page.getByRole("button", { name: t("signIn") }).click();
  }

  async function signOut(page: Page): Promise<void> {
    await page.getByRole("button", { name: t("account") }).click();
    await page.getByRole("dialog").locator('form[action="/sign-out"] button').click();
    await page.waitForURL(`${product.address}/`);
  }

  async function shownCards(page: Page): Promise<readonly Card[]> {
    await page.locator(".pin-card").first().waitFor();
    return page.locator(".pin-card").evaluateAll((elements) =>
      elements.map((card) => {
        const [pin = "", code = ""] = [...card.querySelectorAll("dd")].map(({ textContent }) => textContent ?? "");
        const name = card.querySelector(".pin-card-name")?.textContent ?? "";
        return { name, pin, code, qr: card.querySelector("svg path")?.getAttribute("d") ?? "" };
      }),
    );
  }

  async function enterPin({ code, name, pin }: Card): Promise<void> {
    await pupil.page.goto(`${product.address}/enter/${code}`);
    await pupil.page.getByRole("link", { name }).click();
    await pupil.page.locator("input[name=pin]").pressSequentially(pin);
  }

  test("a wrong password is told in words, and the e-mail stays", async () => {
    const { page } = staff;
    await signIn(page, ownSchool.teacher.email, "buruu-nuuts-ug-1");
    await page.getByText(errors["account.wrong-credentials"]).waitFor();
    expect(await page.getByLabel(t("email")).inputValue()).toBe(ownSchool.teacher.email);
    expect(await page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("password");
  });

  test("a teacher's page asks for the sign-in first and comes back to where one was going", async () => {
    const { page } = staff;
    await page.goto(`${product.address}/teach/classes/new`);
    await page.waitForURL(/\/staff\/sign-in\?to=/);
    await page.getByLabel(t("email")).fill(ownSchool.teacher.email);
    await page.getByLabel(t("password"), { exact: true }).fill(samplePassword);
    await page.getByRole("button", { name: t("signIn") }).click();
    await page.waitForURL(`${product.address}/teach/classes/new`);
  });

  test("a teacher sees their own classes and none of another school", async () => {
    const { page } = staff;
    await page.goto(`${product.address}/teach`);
    const listed = await page.locator("main li").allInnerTexts();
    const codes = (classes: readonly { code: string }[]) => classes.map(({ code }) => code);
    for (const code of codes(ownSchool.classes)) expect(listed.join()).toContain(code);
    for (const code of codes(otherSchool.classes)) expect(listed.join()).not.toContain(code);
  });

  test("a teacher opens a class, pastes the names, and every pupil gets a card", async () => {
    const { page } = staff;
    await page.getByRole("link", { name: t("openClass") }).click();
    await page.getByLabel(t("className")).fill("9В");
    await page.getByLabel(t("grade")).selectOption("9");
    await page.getByRole("button", { name: t("openClassNext") }).click();
    await page.waitForURL(/\/pupils$/);
    classUrl = page.url().replace(/\/pupils$/, "");
    await page.getByLabel(t("names")).fill("1. Батбаяр Анударь\n2. Дорж Сүрэн\n3. Батбаяр Анударь\n4. Цэнд Ганаа");
    await page.getByText(t("namesCount", { n: 3 })).waitFor();
    await page.getByText(t("namesRepeated", { names: "Батбаяр Анударь" })).waitFor();
    await page.getByRole("button", { name: t("enrol") }).click();
    cards = await shownCards(page);
    expect(cards.map(({ name }) => name)).toEqual(["Анударь Б.", "Ганаа Ц.", "Сүрэн Д."]);
    for (const { pin } of cards) expect(pin).toMatch(/^\d{4}$/);
    expect(new Set(cards.map(({ code }) => code)).size).toBe(1);
  });

  test("paper shows the cards and nothing else", async () => {
    const { page } = staff;
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".pin-card").first().isVisible()).toBe(true);
    for (const hidden of ["header", "button", "h1", "[role=alert]"]) {
      expect(await page.locator(hidden).locator("visible=true").count()).toBe(0);
    }
    await page.emulateMedia({ media: "screen" });
  });

  test("the PIN of a card opens the chat, and its QR code leads to its owner's PIN", async () => {
    const [card] = cards;
    if (!card) throw new Error("no card");
    await pupil.page.goto(`${product.address}/enter/${card.code}`);
    const link = await pupil.page.getByRole("link", { name: card.name }).getAttribute("href");
    const studentId = /stu_\w+/.exec(link ?? "")?.[0];
    expect(card.qr).toBe(qrPath(`${product.address}/enter/${card.code}?s=${studentId}`).path);
    await enterPin(card);
    await pupil.page.waitForURL(/\/chat/);
  });

  test("cards can't be seen again", async () => {
    const { page } = staff;
    await page.goto(`${classUrl}/cards`);
    await page.getByText(t("cardsNone")).waitFor();
    expect(await page.locator(".pin-card").count()).toBe(0);
  });

  test("a new PIN ends the old one and the sessions that it opened", async () => {
    const { page } = staff;
    const [card] = cards;
    if (!card) throw new Error("no card");
    await page.goto(classUrl);
    await page.getByRole("button", { name: t("resetPinOf", { name: card.name }) }).click();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: t("resetConfirm") })
      .click();
    const [fresh] = await shownCards(page);
    expect(fresh?.name).toBe(card.name);
    expect(fresh?.pin).not.toBe(card.pin);

    await pupil.page.goto(`${product.address}/chat`);
    expect(new URL(pupil.page.url()).pathname).toBe("/");
    await enterPin(card);
    await pupil.page.getByText(/4 удаа/).waitFor();
    await enterPin({ ...card, pin: fresh?.pin ?? "" });
    await pupil.page.waitForURL(/\/chat/);
  });

  test("a withdrawn pupil is gone from the list and from the sign-in", async () => {
    const { page } = staff;
    const [card, other] = cards;
    if (!card || !other) throw new Error("no card");
    await page.goto(classUrl);
    await page.getByRole("button", { name: t("withdrawOf", { name: card.name }) }).click();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: t("withdrawConfirm") })
      .click();
    await page.getByText(t("withdrawn", { name: card.name })).waitFor();
    await pupil.page.goto(`${product.address}/enter/${card.code}`);
    await pupil.page.getByRole("link", { name: other.name }).waitFor();
    expect(await pupil.page.getByRole("link", { name: card.name }).count()).toBe(0);
  });

  test("a new class code replaces the old one", async () => {
    const { page } = staff;
    await page.getByRole("button", { name: t("renewCode") }).click();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: t("renewCode") })
      .click();
    const beginning = t("renewed", { code: "" }).trim();
    const told = await page.getByRole("alert").filter({ hasText: beginning }).innerText();
    const code = told.replace(beginning, "").trim();
    expect(code).toMatch(/^[2-9A-Z]{6}$/);
    expect(code).not.toBe(cards[0]?.code);
    await pupil.page.goto(`${product.address}/enter/${code}`);
    await pupil.page.getByRole("link", { name: "Сүрэн Д." }).waitFor();
  });

  test("another school's teacher finds neither the class nor the administrators' pages", async () => {
    const { page } = staff;
    await page.goto(`${product.address}/teach`);
    await signOut(page);
    await signIn(page, otherSchool.teacher.email);
    await page.waitForURL(`${product.address}/teach`);
    await page.goto(classUrl);
    await page.getByText(errors["school.no-classroom"]).waitFor();
    await page.goto(`${product.address}/admin/textbooks`);
    await page.getByText(errors["account.wrong-role"]).waitFor();
    await page.goto(`${product.address}/teach`);
    await signOut(page);
  });

  test("a broken PDF says in words why it is no textbook", async () => {
    const { page } = staff;
    await signIn(page, samplePlatformAdmin.email);
    await page.waitForURL(/\/admin\/textbooks$/);
    await addBook(page, {
      name: "evdersen.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.from(`%PDF-1.7\n${"?".repeat(4_000)}`),
    });
    await page.getByText(ta("failure-damaged")).waitFor({ timeout: 60_000 });
  });

  test("an uploaded PDF becomes a book with contents and pages", async () => {
    const { page } = staff;
    await addBook(page, bookFile);
    await page.getByText(ta("state-ready"), { exact: true }).waitFor({ timeout: 85_000 });
    await page.getByRole("heading", { name: ta("contents") }).waitFor();
    const thumbnail = page.getByRole("link", { name: ta("openPage", { n: 1 }), exact: true });
    await expect
      .poll(() => thumbnail.locator("img").evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(0);
    await thumbnail.click();
    await page.waitForURL(/\/pages\/1$/);
    const image = page.locator("main img");
    await expect.poll(() => image.evaluate((shown: HTMLImageElement) => shown.naturalWidth)).toBeGreaterThan(200);
  });

  test("a deleted book is gone from the list", async () => {
    const { page } = staff;
    await page.goto(`${product.address}/admin/textbooks`);
    await page.getByRole("button", { name: ta("deleteOf", { title: "evdersen" }) }).click();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: ta("deleteConfirm") })
      .click();
    await page.getByText(ta("deleted")).waitFor();
    expect(await page.getByRole("link", { name: "evdersen" }).count()).toBe(0);
  });

  test("no page had an error of its own", () => {
    // What the server refused (a wrong password, another's class) the browser's console reports as well.
    const own = [...staff.problems, ...pupil.problems].filter((text) => !/status of 4\d\d/.test(text));
    expect(own).toEqual([]);
  });

  async function addBook(page: Page, file: Parameters<ReturnType<Page["locator"]>["setInputFiles"]>[0]): Promise<void> {
    await page.goto(`${product.address}/admin/textbooks/new`);
    await page.locator("input[type=file]").setInputFiles(file);
    await page.getByLabel(ta("subject")).selectOption("natural-science");
    await page.getByLabel(ta("grade")).selectOption("4");
    await page.getByRole("button", { name: ta("upload") }).click();
    // The sample school has this very file for another grade: said before it is sent.
    if (file === bookFile) await page.getByRole("button", { name: ta("addAnyway") }).click();
    await page.waitForURL(/\/admin\/textbooks\/tbk_/);
  }
});
