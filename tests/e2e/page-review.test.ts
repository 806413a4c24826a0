import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { createAuditStore } from "../../packages/core/src/account/index.ts";
import { openTable } from "../../packages/core/src/adapters/table.ts";
import { dayInUlaanbaatar } from "../../packages/core/src/kernel/index.ts";
import { admin } from "../../packages/web/app/i18n/mn/admin.ts";
import { books } from "../../packages/web/app/i18n/mn/books.ts";
import { review } from "../../packages/web/app/i18n/mn/review.ts";
import { teach } from "../../packages/web/app/i18n/mn/teach.ts";
import { translator } from "../../packages/web/app/i18n/words.ts";
import { startDynamoDb } from "../../scripts/embedded/dynamodb.ts";
import { sampleId } from "../../scripts/sample-data/sample-ids.ts";
import { samplePassword, samplePlatformAdmin } from "../../scripts/sample-data/schools.ts";
import { type Browser, desktop, openBrowser, phone, skipWithoutBrowser } from "./support/browser.ts";
import { type Product, startProductAt } from "./support/product-process.ts";
import { askAnew, cardOf, signInPupil } from "./support/pupil.ts";

const t = translator("mn", review);
const textbookId = sampleId("textbook", 4);
const pdfPage = 4;
const patience = { timeout: 20_000 };
const [wrong, right] = ["Хөвсгөл нуур", "Хотгойд нуур"];

describe.skipIf(skipWithoutBrowser)("a page that an administrator checks", () => {
  const dir = mkdtempSync(join(tmpdir(), "ukhaan-review-"));
  let product: Product;
  let staff: Browser;
  let pupil: Browser;

  beforeAll(async () => {
    cpSync(inject("seededHome"), dir, { recursive: true });
    product = await startProductAt(dir);
    staff = await openBrowser(desktop);
    pupil = await openBrowser(phone);
    for (const { page } of [staff, pupil]) page.setDefaultTimeout(30_000);
  });

  afterAll(async () => {
    await staff?.close();
    await pupil?.close();
    await product?.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  const field = () => staff.page.getByLabel(t("text", { n: 2 }), { exact: true });
  const save = () => staff.page.getByRole("button", { name: t("saveOf", { n: 2 }), exact: true });

  test("the book leads to its pages, and a page to its passages beside the image", async () => {
    const { page } = staff;
    await page.goto(`${product.address}/staff/sign-in?to=/admin/textbooks/${textbookId}`);
    await page.getByLabel(teach.email).fill(samplePlatformAdmin.email);
    await page.getByLabel(teach.password, { exact: true }).fill(samplePassword);
    await page.getByRole("button", { name: teach.signIn, exact: true }).click();
    await page.getByRole("link", { name: admin.checkPages }).click();
    await page.locator("progress", { hasText: t("progressText", { n: 0, total: 11 }) }).waitFor();
    await page.locator(`main a[href$="/review/${pdfPage}"]`).click();
    await page.waitForURL(new RegExp(`/review/${pdfPage}$`));
    await field().focus();
    await expect.poll(() => page.locator("path.page-mark").count(), patience).toBe(1);
    const image = page.getByRole("img", { name: t("pageImage", { n: pdfPage }) });
    await expect
      .poll(() => image.evaluate((shown: HTMLImageElement) => shown.naturalWidth), patience)
      .toBeGreaterThan(200);
  });

  test("what is typed stays when the connection is lost, and when the page is loaded again", async () => {
    const { page, context } = staff;
    const text = await field().inputValue();
    expect(text).toContain(wrong);
    await field().fill(text.replace(wrong, right));
    await context.setOffline(true);
    await save().click();
    await page.getByText(t("notSaved")).waitFor();
    await context.setOffline(false);
    page.once("dialog", (dialog) => void dialog.accept());
    await page.reload();
    await page.getByText(t("restored")).waitFor();
    expect(await field().inputValue()).toContain(right);
    expect(await page.getByRole("button", { name: t("approve") }).isDisabled()).toBe(true);
  });

  test("a corrected word is saved by the keyboard", async () => {
    await field().press("Control+Enter");
    await staff.page.getByText(t("saved")).waitFor();
    await staff.page.reload();
    expect(await field().inputValue()).toContain(right);
  });

  test("a formula without its end is refused in words, and stays to be mended", async () => {
    const { page } = staff;
    const text = await field().inputValue();
    await field().fill(`${text} $x^2`);
    await save().click();
    await page.getByRole("alert").getByText("$").waitFor();
    expect(await field().inputValue()).toContain("$x^2");
    await page.getByRole("button", { name: t("discard"), exact: true }).click();
    expect(await field().inputValue()).toBe(text);
  });

  test("a passage is split at the cursor and joined again", async () => {
    const { page } = staff;
    const before = await page.locator("textarea").count();
    const text = await field().inputValue();
    await field().evaluate((area: HTMLTextAreaElement, at) => area.setSelectionRange(at, at), text.indexOf("Тиймээс"));
    await page
      .getByRole("button", { name: t("split") })
      .nth(1)
      .click();
    await expect.poll(() => page.locator("textarea").count(), patience).toBe(before + 1);
    expect(await page.getByLabel(t("text", { n: 3 }), { exact: true }).inputValue()).toMatch(/^Тиймээс/);
    await page
      .locator("li", { has: field() })
      .getByRole("button", { name: t("merge") })
      .click();
    await expect.poll(() => page.locator("textarea").count(), patience).toBe(before);
    expect((await field().inputValue()).replaceAll("\n", " ")).toBe(text);
  });

  test("a checked page counts, and the next one opens", async () => {
    const { page } = staff;
    await page.getByRole("button", { name: t("approve") }).click();
    await page.waitForURL(/\/review\/5$/);
    await page.getByRole("link", { name: t("backToList") }).click();
    await page.locator("progress", { hasText: t("progressText", { n: 1, total: 11 }) }).waitFor();
    expect(await page.locator(`main a[href$="/review/${pdfPage}"]`).count()).toBe(0);
  });

  test("a pupil is answered with the corrected word, and finds it on the page", async () => {
    const { page } = pupil;
    await signInPupil(page, product.address, cardOf("DAKH5A", 0));
    const exchange = await askAnew(page, product.address, `${right} гэж ямар нуур вэ?`);
    await exchange.locator(".answer").getByText(right).waitFor();
    await page.goto(`${product.address}/books/${textbookId}/${pdfPage}`);
    await page.getByText(books.pageText).click();
    await page.locator("details p", { hasText: right }).waitFor();
    expect(await page.locator("details p", { hasText: wrong }).count()).toBe(0);
  });

  test("no page had an error of its own", () => {
    // What the server refuses and what a cut connection does, the browser's console reports as well.
    const own = [...staff.problems, ...pupil.problems].filter(
      (text) => !/status of 4\d\d|ERR_INTERNET_DISCONNECTED/.test(text),
    );
    expect(own).toEqual([]);
  });

  test("the audit trail holds every change with who made it", async () => {
    await product.stop();
    const { endpoint, stop } = await startDynamoDb({ dir: join(dir, "dynamodb"), port: 0 });
    const before = process.env["AWS_ENDPOINT_URL_DYNAMODB"];
    Object.assign(process.env, { AWS_ENDPOINT_URL_DYNAMODB: endpoint, AWS_REGION: "ap-northeast-2" });
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: "local", AWS_SECRET_ACCESS_KEY: "local" });
    try {
      const audit = createAuditStore(openTable({ name: "ukhaan" }));
      const { items } = await audit.byDay({ tenant: "national", day: dayInUlaanbaatar(Date.now()) });
      const ours = items.filter(({ details }) => details["textbookId"] === textbookId);
      expect(ours.map(({ action }) => action)).toEqual([
        "passage.corrected",
        "passage.split",
        "passage.merged",
        "page.approved",
      ]);
      expect(new Set(ours.map(({ accountId }) => accountId)).size).toBe(1);
      expect(ours[0]?.details).toMatchObject({ pdfPage, version: 1 });
    } finally {
      process.env["AWS_ENDPOINT_URL_DYNAMODB"] = before;
      await stop();
    }
  });
});
