import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { books } from "../../packages/web/app/i18n/mn/books.ts";
import { common } from "../../packages/web/app/i18n/mn/common.ts";
import { type Browser, openBrowser, phone, skipWithoutBrowser } from "./support/browser.ts";
import { type Product, startProduct } from "./support/product.ts";
import { answered, askAnew, cardOf, chatWords as t, send, signInPupil, sourcesOf } from "./support/pupil.ts";

describe.skipIf(skipWithoutBrowser)("a pupil's conversations", () => {
  let product: Product;
  let browser: Browser;
  let page: Page;
  let conversation = "";

  beforeAll(async () => {
    product = await startProduct();
    browser = await openBrowser(phone);
    page = browser.page;
    await browser.context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: product.address });
    await signInPupil(page, product.address, cardOf("DAKH8A", 4));
  });

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  async function openDrawer(): Promise<Locator> {
    await page.getByRole("button", { name: t("openConversations") }).click();
    return page.getByRole("dialog", { name: t("conversations") });
  }

  test("a follow-up question stays in the thread and is read with it", async () => {
    await askAnew(page, product.address, "Фотосинтез гэж юу вэ?");
    await page.waitForURL(/\/chat\/cnv_\w+$/);
    conversation = page.url();
    await send(page, "Энэ нь хаана явагддаг вэ?");
    const second = await answered(page, 2);
    // Alone this question says nothing about plants.
    expect((await sourcesOf(second))[0]).toContain("Биологи VIII");
    expect(page.url()).toBe(conversation);
    expect(await page.getByRole("article").count()).toBe(2);
  });

  test("more detail is asked with one press and says more", async () => {
    const short = await page.getByRole("article").nth(1).locator(".answer").innerText();
    await page
      .getByRole("article")
      .nth(1)
      .getByRole("button", { name: t("moreDetail"), exact: true })
      .click();
    const third = await answered(page, 3);
    await third.getByText(t("moreDetailAsked")).waitFor();
    expect((await third.locator(".answer").innerText()).length).toBeGreaterThan(short.length);
  });

  test("an answer is copied as text", async () => {
    const first = page.getByRole("article").first();
    await first.getByRole("button", { name: t("copy"), exact: true }).click();
    await first.getByText(t("copied"), { exact: true }).waitFor({ state: "attached" });
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain("ногоон ургамал гэрлийн энергийг");
    expect(copied).not.toMatch(/\[\d|\$|\*\*/);
  });

  test("a thumb down asks why, thanks, and is still there after a reload", async () => {
    const first = page.getByRole("article").first();
    const bad = first.getByRole("button", { name: t("bad"), exact: true });
    await bad.click();
    await first.getByRole("group", { name: t("whyBad") }).waitFor();
    const rated = page.waitForResponse(
      (response) => response.request().postData()?.includes("reason=unclear") ?? false,
    );
    await first.getByRole("button", { name: t("reasonUnclear") }).click();
    await first.getByText(t("thanks")).waitFor();
    expect((await rated).ok()).toBe(true);
    await page.reload();
    await answered(page, 3);
    expect(await bad.getAttribute("aria-pressed")).toBe("true");
    expect(await first.getByRole("button", { name: t("good"), exact: true }).getAttribute("aria-pressed")).toBe(
      "false",
    );
  });

  test("conversations are listed newest first, and one is given another name", async () => {
    await askAnew(page, product.address, "Архимедийн хууль юу гэсэн бэ?");
    const drawer = await openDrawer();
    const names = await drawer.getByRole("listitem").getByRole("link").allInnerTexts();
    expect(names).toEqual(["Архимедийн хууль юу гэсэн бэ?", "Фотосинтез гэж юу вэ?"]);
    await drawer
      .getByRole("button", { name: t("conversationMenu", { title: "Архимедийн хууль юу гэсэн бэ?" }) })
      .click();
    await page.getByLabel(t("renameTitle")).fill("Усан доторх хүч");
    await page.getByRole("button", { name: common.save, exact: true }).click();
    await drawer.getByRole("link", { name: "Усан доторх хүч" }).waitFor();
    await page.reload();
    await (await openDrawer()).getByRole("link", { name: "Усан доторх хүч" }).waitFor();
  });

  test("a search finds a conversation by its name and by its questions, in Cyrillic and in Latin letters", async () => {
    const drawer = page.getByRole("dialog", { name: t("conversations") });
    const search = drawer.getByRole("searchbox", { name: t("searchConversations") });
    const found = drawer.getByRole("listitem").getByRole("link");
    for (const [typed, expected] of [
      ["фотосинтез", "Фотосинтез гэж юу вэ?"],
      ["arkhimed", "Усан доторх хүч"],
      ["fotosintez", "Фотосинтез гэж юу вэ?"],
      ["хуч", "Усан доторх хүч"],
    ] as const) {
      await search.fill(typed);
      await expect.poll(() => found.allInnerTexts()).toEqual([expected]);
    }
    await search.fill("наполеон");
    await drawer.getByText(t("nothingFound")).waitFor();
    await search.fill("");
    await expect.poll(() => found.count()).toBe(2);
  });

  test("without a connection, search, renaming, rating and a citation say so where they are, and work again afterwards", async () => {
    const offline = (off: boolean) => browser.context.setOffline(off);
    const drawer = page.getByRole("dialog", { name: t("conversations") });
    const search = drawer.getByRole("searchbox", { name: t("searchConversations") });
    await offline(true);
    await search.fill("фотосинтез");
    await drawer.getByRole("alert").getByText(common.notReached).waitFor();
    await offline(false);
    await drawer.getByRole("button", { name: common.tryAgain }).click();
    await drawer.getByRole("listitem").getByRole("link", { name: "Фотосинтез гэж юу вэ?" }).waitFor();
    await search.fill("");

    await offline(true);
    await drawer.getByRole("button", { name: t("conversationMenu", { title: "Усан доторх хүч" }) }).click();
    const dialog = page.getByRole("dialog", { name: t("rename") });
    await dialog.getByLabel(t("renameTitle")).fill("Архимед");
    await dialog.getByRole("button", { name: common.save, exact: true }).click();
    await dialog.getByRole("alert").getByText(common.notReached).waitFor();
    await offline(false);
    await dialog.getByRole("button", { name: common.save, exact: true }).click();
    await drawer.getByRole("link", { name: "Архимед", exact: true }).waitFor();
    await drawer.getByRole("button", { name: common.close }).click();

    await offline(true);
    const exchange = page.getByRole("article").first();
    await exchange.getByRole("button", { name: t("good"), exact: true }).click();
    await exchange.getByRole("alert").getByText(common.notReached).waitFor();
    await offline(false);
    await exchange.getByRole("button", { name: common.tryAgain }).click();
    await exchange.getByText(t("thanks")).waitFor();

    await offline(true);
    await exchange.locator(".answer a.citation").first().click();
    const viewer = page.getByRole("dialog");
    await viewer.getByRole("alert").getByText(books.pageFailed).waitFor();
    await offline(false);
    await viewer.getByRole("button", { name: common.tryAgain }).click();
    await viewer.getByRole("img").first().waitFor();
    await viewer.getByRole("button", { name: common.close }).click();
    await answered(page, 1);
    await openDrawer();
  });

  test("a deleted conversation is gone from the list, from the search and from its address", async () => {
    const drawer = page.getByRole("dialog", { name: t("conversations") });
    await drawer.getByRole("button", { name: t("conversationMenu", { title: "Фотосинтез гэж юу вэ?" }) }).click();
    await page.getByRole("button", { name: common.delete, exact: true }).click();
    await page.getByText(t("deleteAsk", { title: "Фотосинтез гэж юу вэ?" })).waitFor();
    await page.getByRole("button", { name: common.delete, exact: true }).click();
    await expect.poll(() => drawer.getByRole("listitem").count()).toBe(1);
    await drawer.getByRole("searchbox", { name: t("searchConversations") }).fill("фотосинтез");
    await drawer.getByText(t("nothingFound")).waitFor();
    await page.goto(conversation);
    await page.getByRole("heading", { name: common.notFoundTitle }).waitFor();
    expect(await page.getByRole("article").count()).toBe(0);
  });

  test("no page had an error of its own", () => {
    // The deleted conversation's address, asked for on purpose.
    const own = browser.problems.filter((text) => !/ERR_INTERNET_DISCONNECTED/.test(text));
    expect(own.filter((text) => !/status of 404/.test(text))).toEqual([]);
    expect(own.length).toBeLessThanOrEqual(1);
  });
});
