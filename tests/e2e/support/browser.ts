import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";

const places = [
  process.env["CHROMIUM_PATH"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Where a Chromium stands on this machine, if anywhere. */
export const chromiumPath = places.find((path) => path !== undefined && existsSync(path));

/** Browser tests are skipped where there is no browser, unless E2E=required (CI). */
export const skipWithoutBrowser = chromiumPath === undefined && process.env["E2E"] !== "required";

export const phone = { width: 360, height: 740 };
export const desktop = { width: 1280, height: 800 };

// HeadlessChrome's own user agent counts as a bot, and bots get no streamed pages.
const userAgent =
  "Mozilla/5.0 (Linux; Android 13; Redmi 9A) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36";

export interface Browser {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors of the page's console and scripts so far; a journey should end with none. */
  readonly problems: string[];
  close(): Promise<void>;
}

/** A browser of its own, as a pupil's phone: no cookies, nothing stored. */
export async function openBrowser(viewport = phone): Promise<Browser> {
  if (chromiumPath === undefined) throw new Error("No Chromium was found: install one, or set CHROMIUM_PATH");
  const profile = mkdtempSync(join(tmpdir(), "ukhaan-browser-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath,
    chromiumSandbox: false,
    viewport,
    userAgent,
    locale: "mn-MN",
    timezoneId: "Asia/Ulaanbaatar",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  context.setDefaultTimeout(15_000);
  const page = context.pages()[0] ?? (await context.newPage());
  const problems: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(error.message));
  return {
    context,
    page,
    problems,
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
