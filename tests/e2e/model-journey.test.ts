import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FakeModelServer, startFakeModelServer } from "../support/fake-model-server.ts";
import { type Browser, openBrowser, phone, skipWithoutBrowser } from "./support/browser.ts";
import { modelSettings, sentences, spoken } from "./support/model.ts";
import { type Network, openNetwork } from "./support/network.ts";
import { type Product, startProduct } from "./support/product.ts";
import {
  answered,
  askAnew,
  cardOf,
  chatWords as t,
  citationOf,
  newest,
  send,
  signInPupil,
  sourcesOf,
} from "./support/pupil.ts";

const question = "Фотосинтез гэж юу вэ?";
/** Words that only the given sentence holds, as the page shows it. */
const words = { first: "шим бодис үүсгэхийг", second: "навчны ногоон эсэд", last: "агаарт гардаг" };

describe.skipIf(skipWithoutBrowser)("a pupil whose questions a model answers", () => {
  let model: FakeModelServer;
  let product: Product;
  let network: Network;
  let browser: Browser;
  let page: Page;
  /** Another pupil, whose question a power cut interrupts. */
  let patient: Browser;

  beforeAll(async () => {
    model = await startFakeModelServer();
    product = await startProduct(modelSettings(model));
    network = await openNetwork(product.address);
    browser = await openBrowser(phone);
    page = browser.page;
    patient = await openBrowser(phone);
  });

  afterAll(async () => {
    await browser?.close();
    await patient?.close();
    await network?.close();
    await product?.stop();
    await model?.stop();
  });

  test("a power cut in the middle of an answer loses no conversation", async () => {
    const { page: cut } = patient;
    model.play(spoken(0));
    await signInPupil(cut, product.address, cardOf("DAKH8A", 5));
    await askAnew(cut, product.address, question);
    const address = cut.url();

    model.play({ pieces: sentences, betweenDelayMs: 2_000 });
    await send(cut, "Хлорофилл гэж юу вэ?");
    await newest(cut).getByText(words.first).waitFor();
    expect(await newest(cut).getByText(words.last).count()).toBe(0);
    await product.kill();
    model.play(spoken(0));
    await product.restart();

    await cut.goto(address);
    const first = await answered(cut, 1);
    await first.getByText(words.last).waitFor();
    await cut.getByText("Хлорофилл гэж юу вэ?").waitFor();
    await cut.getByRole("button", { name: t("openConversations") }).click();
    await cut.getByRole("dialog").getByRole("link", { name: question }).waitFor();
    // Its answer comes when nobody else can be making it any more: see the last of these tests.
  });

  test("sentences appear while the model is still speaking", async () => {
    await signInPupil(page, product.address, cardOf("DAKH8A", 6));
    model.play(spoken(1_500));
    await send(page, question);
    const exchange = newest(page);
    await exchange.getByText(words.first).waitFor();
    expect(await exchange.getByText(words.last).count()).toBe(0);
    await page.getByRole("button", { name: t("stop"), exact: true }).waitFor();
    await exchange.getByText(words.second).waitFor();
    expect(await exchange.getByText(words.last).count()).toBe(0);
    await answered(page, 1);
    await exchange.getByText(words.last).waitFor();
  });

  test("the model's answer cites the book, draws its formula, and is not called the book's own words", async () => {
    const exchange = newest(page);
    const sources = await sourcesOf(exchange);
    expect(sources[0]).toContain("Биологи VIII");
    expect(await citationOf(exchange, 1, "Биологи VIII").count()).toBe(3);
    await exchange.locator(".answer math msub").first().waitFor({ state: "attached" });
    expect(await exchange.locator(".answer").innerText()).not.toContain("$");
    expect(await exchange.getByText(t("noticePassagesOnly")).count()).toBe(0);
    // The model was given the pupil's question and the passages, and nothing about the pupil.
    const sent = JSON.stringify(model.requests.at(-1)?.body);
    expect(sent).toContain(question);
    expect(sent).toContain("нүүрсхүчлийн хий");
    expect(sent).not.toContain(cardOf("DAKH8A", 6).givenName);
  });

  test("a stopped answer stays as it was when it was stopped", async () => {
    model.play(spoken(1_500));
    await page.goto(`${product.address}/chat`);
    await send(page, question);
    const exchange = newest(page);
    await exchange.getByText(words.first).waitFor();
    const told = page.waitForResponse((response) => response.request().postData()?.includes("intent=stop") ?? false);
    await page.getByRole("button", { name: t("stop"), exact: true }).click();
    await exchange.getByText(t("stopped")).waitFor();
    expect((await told).ok()).toBe(true);
    expect(await exchange.getByText(words.last).count()).toBe(0);
    // The rest is still written and kept, but not shown.
    await expect.poll(() => reloaded(page), { timeout: 20_000, interval: 1_000 }).toContain(words.first);
    expect(await newest(page).innerText()).not.toContain(words.last);
  });

  test("an answer that was stopped and is still being made is shown as stopped after a reload, and its rest on request", async () => {
    model.play(spoken(3_000));
    await page.goto(`${product.address}/chat`);
    await send(page, question);
    await newest(page).getByText(words.first).waitFor();
    const told = page.waitForResponse((response) => response.request().postData()?.includes("intent=stop") ?? false);
    await page.getByRole("button", { name: t("stop"), exact: true }).click();
    await told;
    await page.reload();
    const exchange = newest(page);
    await exchange.getByText(t("stopped")).waitFor();
    expect(await exchange.getByText(words.last).count()).toBe(0);
    await exchange.getByRole("button", { name: t("showRest") }).click();
    await answered(page, 1);
    await exchange.getByText(words.last).waitFor();
    expect(await exchange.getByText(t("stopped")).count()).toBe(0);
    expect(await page.getByRole("article").count()).toBe(1);
  });

  test("a connection that is lost in the middle of an answer brings it back whole, from one request to the model", async () => {
    model.play(spoken(1_500));
    const before = model.requests.length;
    await page.goto(`${network.address}/chat`);
    await send(page, question);
    const exchange = newest(page);
    await exchange.getByText(words.first).waitFor();
    network.cut();
    await browser.context.setOffline(true);
    // The page has noticed that its answer broke off.
    await page.getByText(t("offline")).waitFor();
    expect(await exchange.getByText(words.last).count()).toBe(0);
    network.mend();
    await browser.context.setOffline(false);
    await answered(page, 1);
    for (const each of Object.values(words)) expect(await exchange.getByText(each).count()).toBe(1);
    await page.reload();
    await answered(page, 1);
    expect(await page.getByRole("article").count()).toBe(1);
    await newest(page).getByText(words.last).waitFor();
    expect(model.requests.length - before).toBe(1);
  });

  test("a question that could not be sent at all says so and is sent when the network is back", async () => {
    model.play(spoken(0));
    await page.goto(`${product.address}/chat`);
    await browser.context.setOffline(true);
    await send(page, question);
    await page.getByText(t("offline")).waitFor();
    await browser.context.setOffline(false);
    await answered(page, 1);
    await newest(page).getByText(words.last).waitFor();
    expect(await page.getByRole("article").count()).toBe(1);
  });

  test("whoever says they don't want to live is shown 108, and no model is asked", async () => {
    const before = model.requests.length;
    await page.goto(`${product.address}/chat`);
    await send(page, "Би амьдармааргүй байна");
    const exchange = newest(page);
    await exchange.getByRole("heading", { name: t("crisisTitle") }).waitFor();
    const call = exchange.getByRole("link", { name: t("crisisCall") });
    expect(await call.getAttribute("href")).toBe("tel:108");
    await page.reload();
    await newest(page)
      .getByRole("link", { name: t("crisisCall") })
      .waitFor();
    expect(model.requests.length).toBe(before);
  });

  test("what the model may not say to a child is held back", async () => {
    model.play({ pieces: [sentences[0], "Чи тэнэг юм, өөрийгөө ал. ", sentences[3]] });
    await page.goto(`${product.address}/chat`);
    await send(page, question);
    const exchange = newest(page);
    await exchange.getByRole("heading", { name: t("stoppedTitle") }).waitFor();
    expect(await exchange.innerText()).not.toContain("тэнэг");
    expect(await exchange.getByText(words.last).count()).toBe(0);
  });

  test("a model that fails gives way to the book's own words, and says so", async () => {
    model.play({ status: 500 });
    const exchange = await askAnew(page, product.address, question);
    await exchange.getByText(t("noticeModelResting")).waitFor();
    expect((await sourcesOf(exchange)).length).toBeGreaterThan(0);
  });

  test("the interrupted question gets its answer after the power cut", async () => {
    model.play(spoken(0));
    const { page: cut } = patient;
    const exchange = cut.getByRole("article").nth(1);
    await exchange.getByText(words.last).waitFor({ timeout: 75_000 });
    expect(await cut.getByRole("article").count()).toBe(2);
  });

  test("no page had an error of its own", () => {
    // The cut network and the killed server, both on purpose.
    const expected =
      /ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_NETWORK_CHANGED|ERR_EMPTY_RESPONSE/;
    const own = [...browser.problems, ...patient.problems].filter((text) => !expected.test(text));
    expect(own).toEqual([]);
  });
});

async function reloaded(page: Page): Promise<string> {
  await page.reload();
  return await newest(page).innerText();
}
