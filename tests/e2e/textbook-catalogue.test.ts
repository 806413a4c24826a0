import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page, Request } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { admin } from "../../packages/web/app/i18n/mn/admin.ts";
import { errors } from "../../packages/web/app/i18n/mn/errors.ts";
import { teach } from "../../packages/web/app/i18n/mn/teach.ts";
import { translator } from "../../packages/web/app/i18n/words.ts";
import { samplePassword, samplePlatformAdmin } from "../../scripts/sample-data/schools.ts";
import { type Browser, openBrowser, phone, skipWithoutBrowser } from "./support/browser.ts";
import { type Product, startProduct } from "./support/product.ts";

const ta = translator("mn", admin);
const mebibyte = 1024 * 1024;
const physics = readFileSync(
  fileURLToPath(new URL("../../scripts/sample-data/books/pdf/fizik-8.pdf", import.meta.url)),
);
const science = readFileSync(
  fileURLToPath(new URL("../../scripts/sample-data/books/pdf/baigal-5.pdf", import.meta.url)),
);
const mimeType = "application/pdf";
/** The same book in a larger file: blank lines before a second copy of its last words, which say where everything is. */
function grown(pdf: Buffer, sizeBytes: number): Buffer {
  const end = pdf.subarray(pdf.lastIndexOf("startxref"));
  return Buffer.concat([pdf, Buffer.alloc(sizeBytes - pdf.byteLength - end.byteLength, "\n"), end]);
}

describe.skipIf(skipWithoutBrowser)("an administrator's catalogue, on a phone", () => {
  let product: Product;
  let staff: Browser;
  let page: Page;

  beforeAll(async () => {
    product = await startProduct();
    staff = await openBrowser(phone);
    page = staff.page;
    await page.goto(`${product.address}/staff/sign-in`);
    await page.getByLabel(teach.email).fill(samplePlatformAdmin.email);
    await page.getByLabel(teach.password, { exact: true }).fill(samplePassword);
    await page.getByRole("button", { name: teach.signIn, exact: true }).click();
    await page.waitForURL(/\/admin\/textbooks$/);
  });

  afterAll(async () => {
    await staff?.close();
    await product?.stop();
  });

  const choose = async (...files: { name: string; mimeType: string; buffer: Buffer }[]) => {
    await page.goto(`${product.address}/admin/textbooks/new`);
    await page.getByLabel(ta("file"), { exact: true }).setInputFiles(files);
  };
  const card = (name: string) => page.getByRole("listitem", { name });
  const isPart = (request: Request) => request.method() === "PUT" && request.url().includes("partNumber=");

  test("two files are sent at once, a broken one is told before anything is sent", async () => {
    await choose(
      { name: "Физик-6_2019.pdf", mimeType, buffer: Buffer.concat([physics, Buffer.from("\n")]) },
      { name: "Байгалийн ухаан 4.pdf", mimeType, buffer: Buffer.concat([science, Buffer.from("\n")]) },
      { name: "tailan.pdf", mimeType, buffer: Buffer.from("PK not a pdf") },
    );
    await card("tailan.pdf").getByRole("alert").getByText(ta("fileNotPdf")).waitFor();
    expect(await card("Физик-6_2019.pdf").getByLabel(ta("year")).inputValue()).toBe("2019");
    expect(await card("Физик-6_2019.pdf").getByLabel(ta("grade")).inputValue()).toBe("6");
    expect(await card("Байгалийн").getByLabel(ta("subject"), { exact: true }).inputValue()).toBe("natural-science");
    await page.getByLabel(`${ta("publisher")} (${ta("optional")})`).fill("Ногоон хэвлэл");
    await page.getByRole("button", { name: ta("uploadAll", { n: 2 }) }).click();
    for (const name of ["Физик 6", "Байгалийн ухаан 4"]) {
      await card(name).getByText(ta("readyText")).waitFor({ timeout: 120_000 });
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
  });

  test("the catalogue finds them by publisher in Latin letters, and by grade", async () => {
    await page.goto(`${product.address}/admin/textbooks`);
    await page.getByLabel(ta("searchBooks")).fill("nogoon hevlel");
    await page.waitForURL(/search=nogoon/);
    await expect.poll(() => page.getByRole("article").count()).toBe(2);
    await page.goto(`${product.address}/admin/textbooks?search=nogoon&grade=6`);
    await page.getByRole("link", { name: "Физик 6", exact: true }).waitFor();
    expect(await page.getByRole("article").count()).toBe(1);
  });

  test("the same file again, and the same book, are told before they are sent", async () => {
    await choose({ name: "Физик-6.pdf", mimeType, buffer: Buffer.concat([physics, Buffer.from("\n")]) });
    await page.getByRole("button", { name: ta("upload") }).click();
    await page.getByText(ta("sameFile", { title: "Физик 6" })).waitFor();
    await choose({ name: "Физик-6.pdf", mimeType, buffer: Buffer.concat([physics, Buffer.from("\n\n")]) });
    await page.getByRole("button", { name: ta("upload") }).click();
    await page.getByText(ta("sameBook", { title: "Физик 6" })).waitFor();
  });

  test("a connection that is cut in the middle goes on by itself, and a reload from the parts that are there", async () => {
    const file = { name: "Түүх 7.pdf", mimeType, buffer: grown(physics, 12 * mebibyte) };
    const sent: string[] = [];
    const note = (request: Request) => {
      if (isPart(request)) sent.push(new URL(request.url()).searchParams.get("partNumber") ?? "");
    };
    let cuts = 2;
    await page.route(/partNumber=2/, (route) => (cuts-- > 0 ? route.abort("connectionreset") : route.continue()));
    let isHeld = true;
    await page.route(/partNumber=3/, (route) => (isHeld ? undefined : route.continue()));
    page.on("request", note);
    await choose(file);
    await page.getByRole("button", { name: ta("upload") }).click();
    await page.getByText(ta("lostTitle")).waitFor();
    await expect.poll(() => sent.at(-1), { timeout: 30_000 }).toBe("3");
    expect(sent).toEqual(["1", "2", "2", "2", "3"]);

    // Leaving asks first; who reloads anyway is told what is unfinished.
    page.once("dialog", (dialog) => void dialog.accept());
    await page.goto(`${product.address}/admin/textbooks/new`);
    await page.getByText(ta("unfinishedTitle")).waitFor();
    isHeld = false;
    sent.length = 0;
    await page.getByLabel(ta("file"), { exact: true }).setInputFiles(file);
    await page.getByRole("button", { name: ta("upload") }).click();
    await page.waitForURL(/\/admin\/textbooks\/tbk_/);
    expect(sent).toEqual(["3"]);
    page.off("request", note);
    await page.unroute(/partNumber=/);
    await page.getByText(ta("state-ready"), { exact: true }).waitFor({ timeout: 120_000 });
  });

  test("a title that is corrected is saved, and a new edition takes the book's place", async () => {
    await page.getByRole("link", { name: ta("edit"), exact: true }).click();
    await page.getByLabel(ta("bookTitle")).fill("Физик ба түүх VII");
    await page.getByRole("button", { name: "Хадгалах" }).click();
    await page.getByText(ta("edited")).waitFor();
    await page.getByRole("heading", { name: "Физик ба түүх VII" }).waitFor();

    await page.getByRole("link", { name: ta("addEdition") }).click();
    const buffer = Buffer.concat([science, Buffer.from("\n\n\n")]);
    await page.getByLabel(ta("file"), { exact: true }).setInputFiles({ name: "shine.pdf", mimeType, buffer });
    expect(await page.getByLabel(ta("edition")).inputValue()).toBe("2");
    await page.getByRole("button", { name: ta("upload") }).click();
    await page.waitForURL(/\/admin\/textbooks\/tbk_/);
    await page.getByText(ta("state-ready"), { exact: true }).first().waitFor({ timeout: 120_000 });
    await page.getByText(ta("state-replaced")).waitFor();
    await page.goto(`${product.address}/admin/textbooks?grade=7`);
    await page.getByRole("link", { name: ta("formerEdition", { n: 1, year: new Date().getFullYear() }) }).waitFor();
    expect(await page.getByRole("article").count()).toBe(1);
  });

  test("an edition whose successor is deleted is prepared again, and edits at once do not overwrite each other", async () => {
    await page.getByRole("link", { name: ta("formerEdition", { n: 1, year: new Date().getFullYear() }) }).click();
    await page.getByText(ta("replacedText")).waitFor();
    const former = page.url();
    await page.goto(`${product.address}/admin/textbooks?grade=7`);
    await page
      .getByRole("article")
      .getByRole("button", { name: ta("delete") })
      .click();
    await page.getByRole("button", { name: ta("deleteConfirm") }).click();
    await page.getByText(ta("deleted")).waitFor();
    await page.goto(former);
    await page.getByText(ta("orphanText")).waitFor();
    await page.getByRole("button", { name: ta("retryOf", { title: "Физик ба түүх VII" }) }).click();
    await page.getByText(ta("state-ready"), { exact: true }).waitFor({ timeout: 120_000 });

    const other = await page.context().newPage();
    for (const tab of [page, other]) await tab.goto(`${former}/edit`);
    const save = async (tab: Page, year: string) => {
      await tab.getByLabel(ta("year")).fill(year);
      await tab.getByRole("button", { name: "Хадгалах" }).click();
    };
    await save(other, "2020");
    await other.getByText(ta("edited")).waitFor();
    await save(page, "2019");
    await page.getByRole("alert").getByText(errors["textbook.edited-meanwhile"]).waitFor();
    await other.goto(`${former}/edit`);
    expect(await other.getByLabel(ta("year")).inputValue()).toBe("2020");
    await other.close();
  });

  test("the figures show a question that no book answered, and come as a file", async () => {
    await page.goto(`${product.address}/admin/textbooks`);
    await page.getByRole("link", { name: ta("insightsTab"), exact: true }).click();
    await page.getByText("Хар нүх гэж юу вэ?").waitFor();
    // Two pupils are too few for it to be nobody's own.
    expect(await page.getByText("Далай яагаад давслаг").count()).toBe(0);
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: ta("download") }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^ukhaan-textbooks-.*\.csv$/);
    expect(readFileSync(await file.path(), "utf8")).toContain("Хар нүх гэж юу вэ?");
  });

  test("no page had an error of its own", () => {
    // The connection that was cut, and the edit that was refused, on purpose.
    const meant = ["ERR_CONNECTION_RESET", "409 (Conflict)"];
    expect(staff.problems.filter((text) => meant.every((each) => !text.includes(each)))).toEqual([]);
  });
});
