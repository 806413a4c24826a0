import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fixedSentences } from "../../packages/core/src/tutor/answering/fixed-sentences.ts";
import { admin } from "../../packages/web/app/i18n/mn/admin.ts";
import { teach } from "../../packages/web/app/i18n/mn/teach.ts";
import { translator } from "../../packages/web/app/i18n/words.ts";
import { samplePassword, samplePlatformAdmin } from "../../scripts/sample-data/schools.ts";
import { type Browser, desktop, openBrowser, phone, skipWithoutBrowser } from "./support/browser.ts";
import { type Product, startProduct } from "./support/product.ts";
import { askAnew, cardOf, signInPupil, sourcesOf } from "./support/pupil.ts";

const ta = translator("mn", admin);
const physics = fileURLToPath(new URL("../../scripts/sample-data/books/pdf/fizik-8.pdf", import.meta.url));
const title = "Аяллын физик";
const question = "Дүүжин яагаад аяндаа зогсдог вэ?";

describe.skipIf(skipWithoutBrowser)("a textbook that an administrator adds", () => {
  let product: Product;
  let staff: Browser;
  let pupil: Browser;

  beforeAll(async () => {
    product = await startProduct();
    staff = await openBrowser(desktop);
    pupil = await openBrowser(phone);
  });

  afterAll(async () => {
    await staff?.close();
    await pupil?.close();
    await product?.stop();
  });

  async function fillIn(file: Parameters<ReturnType<typeof staff.page.locator>["setInputFiles"]>[0]): Promise<void> {
    const { page } = staff;
    await page.goto(`${product.address}/admin/textbooks/new`);
    await page.getByLabel(ta("file"), { exact: true }).setInputFiles(file);
    await page.getByLabel(ta("bookTitle")).fill(title);
    await page.getByLabel(ta("subject"), { exact: true }).selectOption("physics");
    await page.getByLabel(ta("grade")).selectOption("5");
    await page.getByRole("button", { name: ta("upload") }).click();
  }

  test("before it is there, the books of that grade do not answer", async () => {
    await signInPupil(pupil.page, product.address, cardOf("DAKH5A", 0));
    const exchange = await askAnew(pupil.page, product.address, question);
    await exchange.getByText(fixedSentences("mn").notInBooks).waitFor();
  });

  test("a web page that is called a PDF is refused in words before anything is sent", async () => {
    const { page } = staff;
    await page.goto(`${product.address}/staff/sign-in`);
    await page.getByLabel(teach.email).fill(samplePlatformAdmin.email);
    await page.getByLabel(teach.password, { exact: true }).fill(samplePassword);
    await page.getByRole("button", { name: teach.signIn, exact: true }).click();
    await page.waitForURL(/\/admin\/textbooks$/);
    await fillIn({ name: "nom.pdf", mimeType: "application/pdf", buffer: Buffer.from("<!doctype html><p>Ном</p>") });
    await page.getByRole("alert").getByText(ta("fileNotPdf")).waitFor();
    expect(new URL(page.url()).pathname).toBe("/admin/textbooks/new");
  });

  test("its pages are seen to progress until it is ready, and then pupils of that grade are answered from it", async () => {
    const { page } = staff;
    await fillIn(physics);
    // The sample school has this very file, under another name and for another grade.
    await page.getByText(ta("sameFile", { title: "Физик VIII" })).waitFor();
    await page.getByRole("button", { name: ta("addAnyway") }).click();
    await page.waitForURL(/\/admin\/textbooks\/tbk_/);
    await page.getByRole("progressbar", { name: ta("ingestProgress") }).waitFor();
    await page
      .getByText(/^\d+ \/ 21 хуудас$/)
      .first()
      .waitFor();
    await page.getByText(ta("state-ready"), { exact: true }).waitFor({ timeout: 85_000 });

    const exchange = await askAnew(pupil.page, product.address, question);
    const [first] = await sourcesOf(exchange);
    expect(first).toContain(title);
    expect(first).toContain("4.4. Энерги хадгалагдах хууль");
  });

  test("no page had an error of its own", () => {
    expect([...staff.problems, ...pupil.problems]).toEqual([]);
  });
});
