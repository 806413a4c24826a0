import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { access } from "../../packages/web/app/i18n/mn/access.ts";
import { chat } from "../../packages/web/app/i18n/mn/chat.ts";
import { common } from "../../packages/web/app/i18n/mn/common.ts";
import { oversight } from "../../packages/web/app/i18n/mn/oversight.ts";
import { teach } from "../../packages/web/app/i18n/mn/teach.ts";
import { translator } from "../../packages/web/app/i18n/words.ts";
import { samplePassword, samplePlatformAdmin, sampleSchools } from "../../scripts/sample-data/schools.ts";
import { type Browser, desktop, openBrowser, phone, skipWithoutBrowser } from "./support/browser.ts";
import { type Network, openNetwork } from "./support/network.ts";
import { type Product, startProduct } from "./support/product.ts";
import { answered, cardOf, newest, send, signInPupil } from "./support/pupil.ts";

const t = translator("mn", oversight);
const [school] = sampleSchools;
if (!school) throw new Error("The journey needs a sample school");
const lesson = "Эс гэж юу вэ?";
const cry = "Би үхмээр байна";
const reason = "Туршилтын шалтгаан";

describe.skipIf(skipWithoutBrowser)("when Ukhaan may not answer", () => {
  const me = cardOf("DAKH8A", 3);
  let product: Product;
  let network: Network;
  let staff: Browser;
  let pupil: Browser;
  let page: Page;

  beforeAll(async () => {
    // Three questions a day, so that a day's end is near.
    product = await startProduct({ UKHAAN_CHAT_PER_DAY: "3" });
    network = await openNetwork(product.address);
    staff = await openBrowser(desktop);
    pupil = await openBrowser(phone);
    ({ page } = pupil);
    for (const browser of [staff, pupil]) browser.page.setDefaultTimeout(30_000);
    await signInPupil(page, network.address, me);
  });

  afterAll(async () => {
    await staff?.close();
    await pupil?.close();
    await network?.close();
    await product?.stop();
  });

  async function staffAt(email: string, path: string): Promise<Page> {
    await staff.context.clearCookies();
    await staff.page.goto(`${product.address}/staff/sign-in`);
    await staff.page.getByLabel(teach.email).fill(email);
    await staff.page.getByLabel(teach.password, { exact: true }).fill(samplePassword);
    await staff.page.getByRole("button", { name: teach.signIn }).click();
    await staff.page.waitForURL((url) => !url.pathname.includes("sign-in"));
    await staff.page.goto(product.address + path);
    return staff.page;
  }

  async function throwSwitch(at: Page, button: string, done: string): Promise<void> {
    await at.getByRole("button", { name: button, exact: true }).click();
    const dialog = at.getByRole("dialog");
    await dialog.getByLabel(t("reason")).fill(reason);
    await dialog.getByRole("button", { name: button, exact: true }).click();
    await at.getByText(done).waitFor();
  }

  async function openChat(): Promise<void> {
    await page.goto(`${network.address}/chat`);
    await page.getByLabel(chat.questionLabel, { exact: true }).waitFor();
  }

  async function refuses(title: string): Promise<void> {
    await openChat();
    await send(page, lesson);
    await newest(page).getByRole("button", { name: chat.retry }).waitFor();
    await page.getByRole("heading", { name: title }).waitFor();
  }

  async function helps(): Promise<void> {
    await openChat();
    await send(page, cry);
    const call = newest(page).getByRole("link", { name: chat.crisisCall });
    await call.waitFor();
    expect(await call.getAttribute("href")).toBe("tel:108");
    const box = await call.boundingBox();
    expect(box && box.y + box.height).toBeLessThan(phone.height);
  }

  test.each([
    ["a school's", school.admin.email, "/teach/ai"],
    ["the platform's", samplePlatformAdmin.email, "/admin/ai"],
  ])(
    "%s kill switch works within seconds, help and books stay, and it is lifted by itself on the page",
    async (_, email, path) => {
      const admin = await staffAt(email, path);
      await throwSwitch(admin, t("switchOff"), t("switchedOff"));
      const offMs = Date.now();
      // A new question each time: the switch may still be remembered as it was for five seconds.
      await expect
        .poll(
          async () => {
            await openChat();
            return page.getByRole("heading", { name: access.restingTitle }).count();
          },
          { timeout: 10_000 },
        )
        .toBe(1);
      expect(Date.now() - offMs).toBeLessThan(10_000);
      await refuses(access.restingTitle);
      await helps();
      await page.goto(`${network.address}/books`);
      await page
        .getByRole("link", { name: /Биологи VIII/ })
        .first()
        .waitFor();

      await openChat();
      await page.getByRole("heading", { name: access.restingTitle }).waitFor();
      await throwSwitch(admin, t("switchOn"), t("switchedOn"));
      // Nobody presses anything: the page looks by itself.
      await page.getByRole("heading", { name: access.restingTitle }).waitFor({ state: "detached" });
    },
  );

  test("a teacher pauses a pupil, who sees for how long, is helped all the same, and is let in again", async () => {
    const teacher = await staffAt(school.teacher.email, "/teach");
    await teacher.getByRole("link", { name: /8А/ }).first().click();
    await teacher.getByRole("link", { name: t("classChat") }).click();
    await teacher.getByRole("button", { name: t("pauseOf", { name: me.name }) }).click();
    const dialog = teacher.getByRole("dialog");
    await dialog.getByLabel(t("reason")).fill(reason);
    await dialog.getByRole("button", { name: t("pause"), exact: true }).click();
    await teacher.getByText(t("paused", { name: me.name })).waitFor();

    await refuses(access.pausedTitle);
    const [, after = ""] = access.pausedLeft.split("{wait}");
    const told = page.locator("section", { hasText: access.pausedTitle }).getByText(after.trim());
    const first = await told.innerText();
    expect(first).toMatch(/^1[45] минут/);
    await expect.poll(() => told.innerText(), { timeout: 5_000 }).not.toBe(first);
    await openChat();
    await page.getByText(access.pausedByTeacher).waitFor();
    await expect(page.getByText(reason).count()).resolves.toBe(0);
    await helps();

    await openChat();
    await page.getByRole("heading", { name: access.pausedTitle }).waitFor();
    await teacher.getByRole("button", { name: t("liftOf", { name: me.name }) }).click();
    await teacher.getByRole("dialog").getByLabel(t("reason")).fill(reason);
    await teacher
      .getByRole("dialog")
      .getByRole("button", { name: t("lift"), exact: true })
      .click();
    await teacher.getByText(t("lifted", { name: me.name })).waitFor();
    await page.getByRole("heading", { name: access.pausedTitle }).waitFor({ state: "detached" });
    await send(page, lesson);
    await answered(page, 1);
  });

  test("a day that is used up ends kindly, on every page, until a teacher gives more", async () => {
    for (const count of [2, 3]) {
      await send(page, lesson);
      await answered(page, count);
    }
    await refuses(access.spentTitle);
    await helps();
    await openChat();
    await page.getByText(access.spentText).waitFor();

    const teacher = staff.page;
    await teacher.reload();
    await teacher.getByText("3 / 3 асуулт").waitFor();
    await teacher.getByRole("button", { name: t("extendClass") }).click();
    await teacher.getByRole("dialog").getByLabel(t("reason")).fill(reason);
    await teacher
      .getByRole("dialog")
      .getByRole("button", { name: t("extendClass") })
      .click();
    await teacher.getByText(/сурагчид өнөөдөр цаг нэмлээ/).waitFor();
    await openChat();
    await send(page, lesson);
    await answered(page, 1);
  });

  test("help opens without a network, with nothing of anybody in it, and nothing else is kept", async () => {
    await page.goto(`${network.address}/help`);
    await page.evaluate(() => navigator.serviceWorker.ready);
    const kept = await page.evaluate(async () => {
      const names = await caches.keys();
      const caught = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return caught.flat().map(({ url }) => new URL(url).pathname);
    });
    expect(kept.filter((path) => !path.startsWith("/assets/"))).toEqual(["/help"]);

    await page.goto(`${network.address}/chat`);
    network.cut();
    try {
      await page.getByRole("link", { name: common.help }).first().click();
      await page.getByRole("heading", { name: access.helpTitle }).waitFor();
      expect(await page.locator('a[href="tel:108"]').count()).toBe(2);
      expect(await page.content()).not.toContain(me.givenName);
      // Styled, too.
      expect(
        await page
          .locator("main section")
          .first()
          .evaluate((one) => getComputedStyle(one).borderTopWidth),
      ).toBe("1px");
    } finally {
      network.mend();
    }
    await page.goto(`${network.address}/chat`);
    await page.getByLabel(chat.questionLabel, { exact: true }).waitFor();
  });
});
