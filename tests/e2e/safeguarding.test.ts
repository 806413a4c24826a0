import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { common } from "../../packages/web/app/i18n/mn/common.ts";
import { safeguarding } from "../../packages/web/app/i18n/mn/safeguarding.ts";
import { teach } from "../../packages/web/app/i18n/mn/teach.ts";
import { translator } from "../../packages/web/app/i18n/words.ts";
import { samplePassword, samplePlatformAdmin, sampleSchools } from "../../scripts/sample-data/schools.ts";
import type { KeptMail } from "../../scripts/embedded/ses.ts";
import { type Browser, desktop, openBrowser, phone, skipWithoutBrowser } from "./support/browser.ts";
import { type Product, startProduct } from "./support/product.ts";
import { cardOf, chatWords, send, signInPupil } from "./support/pupil.ts";

const t = translator("mn", safeguarding);
const tc = translator("mn", common);
const tt = translator("mn", teach);
const [school] = sampleSchools;
if (!school) throw new Error("The journey needs a sample school");

const worried = "Би амиа хорлохыг хүсэж байна";
/** An urgent flag may wait this long here, so that a test sees it go on. The sweep comes once a minute. */
const urgentMinutes = 0.5;
const sweepMs = 150_000;

describe.skipIf(skipWithoutBrowser)("a worrying message", () => {
  let product: Product;
  let pupil: Browser;
  let admin: Browser;
  let platform: Browser;

  beforeAll(async () => {
    product = await startProduct({ UKHAAN_FLAG_URGENT_MINUTES: String(urgentMinutes) });
    pupil = await openBrowser(phone);
    admin = await openBrowser(phone);
    platform = await openBrowser(desktop);
    for (const { page } of [pupil, admin, platform]) page.setDefaultTimeout(30_000);
  });

  afterAll(async () => {
    for (const browser of [pupil, admin, platform]) await browser?.close();
    await product?.stop();
  });

  async function signIn(page: Page, email: string): Promise<void> {
    await page.goto(`${product.address}/staff/sign-in`);
    await page.getByLabel(tt("email")).fill(email);
    await page.getByLabel(tt("password"), { exact: true }).fill(samplePassword);
    await page.getByRole("button", { name: tt("signIn") }).click();
    await page.waitForURL(/\/(teach|admin)/);
  }

  const mailsTo = async (email: string): Promise<readonly KeptMail[]> => {
    const mails = (await (await fetch(`${product.address}/__mail.json`)).json()) as readonly KeptMail[];
    return mails.filter(({ to }) => to.includes(email));
  };

  async function mailTo(email: string, subject: RegExp, withinMs: number): Promise<KeptMail> {
    for (const endMs = Date.now() + withinMs; Date.now() < endMs;) {
      const found = (await mailsTo(email)).find((mail) => subject.test(mail.subject));
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    throw new Error(`no mail to ${email} like ${subject.source}`);
  }

  const worry = async (position: number): Promise<void> => {
    await pupil.context.clearCookies();
    await signInPupil(pupil.page, product.address, cardOf("DAKH8A", position));
    await send(pupil.page, worried);
    await pupil.page.getByText(chatWords("crisisTitle")).waitFor();
  };

  test("gets the card with 108 at once, and says that an adult can see the chat", async () => {
    await worry(3);
    const call = pupil.page.getByRole("link", { name: chatWords("crisisCall") });
    expect(await call.getAttribute("href")).toBe("tel:108");
    await pupil.page.getByText(chatWords("seenByAdults")).waitFor();
  });

  test("reaches the safeguarding person by mail, without the pupil's name or words", async () => {
    const mail = await mailTo(school.admin.email, /Яаралтай/u, 20_000);
    expect(mail.text).not.toMatch(/амиа|Номин|Тэмүүлэн/u);
    const link = /http\S+\/safeguarding\/flags\/\S+/u.exec(mail.text)?.[0] ?? "";
    expect(new URL(link).origin).toBe(product.address);
  });

  test("stands behind the bell, is acknowledged, noted and closed", async () => {
    const { page } = admin;
    await signIn(page, school.admin.email);
    await page.getByRole("link", { name: tc("notificationsUnread", { n: 1 }) }).click();
    await page.getByRole("link", { name: t("notice-flag-raised") }).click();
    await page.getByText(worried, { exact: false }).first().waitFor();

    await page.getByRole("button", { name: t("acknowledge"), exact: true }).click();
    await page.getByText(t("acknowledged"), { exact: true }).waitFor();
    await page.getByLabel(t("note"), { exact: true }).fill("Хүүхэдтэй ярилцаж, гэрийнхэнтэй нь холбогдлоо.");
    await page.getByRole("button", { name: t("addNote") }).click();
    await page.getByText(t("noted"), { exact: true }).waitFor();
    await page.getByRole("button", { name: t("close"), exact: true }).click();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: t("close"), exact: true })
      .click();
    await page.getByText(t("closed"), { exact: true }).waitFor();

    await page.getByRole("link", { name: t("backToFlags") }).click();
    await page.getByText(t("noOpen")).waitFor();
    await page.getByRole("link", { name: t("tabReport") }).click();
    await page.getByText("100 %").waitFor();
    expect(admin.problems).toEqual([]);
  });

  test(
    "that nobody acknowledges goes on to the platform, which sees that flag and no other",
    async () => {
      await worry(4);
      await mailTo(samplePlatformAdmin.email, /шилжлээ/u, 2 * sweepMs);
      const { page } = platform;
      await signIn(page, samplePlatformAdmin.email);
      await page.goto(`${product.address}/safeguarding`);
      const rows = page.locator('a[href*="/safeguarding/flags/"]');
      await rows.first().waitFor();
      expect(await rows.count()).toBe(1);
      await rows.first().click();
      await page.getByText(t("step-escalated", { stage: t("stage-platform") })).waitFor();
      expect(platform.problems).toEqual([]);
      expect(pupil.problems).toEqual([]);
    },
    3 * sweepMs,
  );
});
