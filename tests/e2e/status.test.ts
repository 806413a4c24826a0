import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { status as english } from "../../packages/web/app/i18n/en/status.ts";
import { status as mongolian } from "../../packages/web/app/i18n/mn/status.ts";
import { features } from "../../packages/web/app/i18n/mn/features.ts";
import { samplePassword, samplePlatformAdmin } from "../../scripts/sample-data/schools.ts";
import { type Browser, desktop, openBrowser, skipWithoutBrowser } from "./support/browser.ts";
import { type Product, startProduct } from "./support/product.ts";

describe.skipIf(skipWithoutBrowser)("how the product does", () => {
  let product: Product;
  let browser: Browser | undefined;

  beforeAll(async () => {
    product = await startProduct();
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  test.each([
    ["mn", mongolian],
    ["en", english],
  ] as const)("stands on a page for everybody, without any script, in %s", async (locale, words) => {
    const read = async () => {
      const response = await fetch(`${product.address}/status`, { headers: { cookie: `locale=${locale}` } });
      expect(response.status).toBe(200);
      return response.text();
    };
    // A busy machine may need a second look: ten seconds later.
    await expect.poll(read, { timeout: 45_000, interval: 2_000 }).toContain(words.up);
    const html = await read();
    for (const text of [words.table, words.search, words.modelsOff]) expect(html).toContain(text);
  });

  test("is told to monitors: the shallow look asks nothing, the deep one every part", async () => {
    const shallow = await fetch(`${product.address}/api/health`);
    expect([shallow.status, await shallow.json()]).toEqual([200, { status: "up" }]);
    const deep = await fetch(`${product.address}/api/health/deep`);
    expect(deep.status).toBe(200);
    expect(deep.headers.get("cache-control")).toBe("no-store");
    const { parts } = (await deep.json()) as { readonly parts: readonly { readonly part: string }[] };
    expect(parts.map(({ part }) => part)).toEqual(["table", "queues", "storage", "search", "identity", "models"]);
  });

  test("is where an error page leads", async () => {
    const response = await fetch(`${product.address}/no-such-page`);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('href="/status"');
  });

  test("flags are set by the platform's administrator, and by nobody who is not signed in", async () => {
    const visitor = await fetch(`${product.address}/admin/flags`, { redirect: "manual" });
    expect(visitor.headers.get("location")).toContain("/staff/sign-in");
    browser = await openBrowser(desktop);
    const { page, problems } = browser;
    await page.goto(`${product.address}/staff/sign-in?to=/admin/flags`);
    await page.locator("input[type=email]").fill(samplePlatformAdmin.email);
    await page.locator("input[type=password]").fill(samplePassword);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: features.title }).waitFor();
    await page.getByLabel(features["kind-percentage"]).check();
    await page.getByLabel(features.percent, { exact: true }).fill("25");
    await page.getByLabel(features.reason).fill("Туршъя");
    await page.getByRole("button", { name: features.set }).click();
    await page.getByText(features.done).waitFor();
    await page.getByText("сургуулиудын 25 хувьд нээлттэй").waitFor();
    await page.reload();
    await page.getByText("сургуулиудын 25 хувьд нээлттэй").waitFor();
    expect(problems).toEqual([]);
  });
});
