import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { RunProblem } from "./program.mjs";

const aptGet = "/usr/bin/apt-get";
const places = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * The browser for tests/e2e. With E2E=required a missing one is an error; else those tests say loudly that they are skipped.
 * @returns {string | undefined}
 */
export function findChromium() {
  const named = process.env["CHROMIUM_PATH"];
  if (named && !existsSync(named)) throw new RunProblem(`CHROMIUM_PATH names ${named}, which does not exist.`);
  const found = named || places.find(existsSync) || installChromium();
  if (!found && process.env["E2E"] === "required") {
    throw new RunProblem("E2E=required, but there is no Chromium here: install one, or name it in CHROMIUM_PATH.");
  }
  return found;
}

/** Containers and CI machines run as root and may install one. */
function installChromium() {
  const mayInstall = process.platform === "linux" && process.getuid?.() === 0 && existsSync(aptGet);
  if (!mayInstall || process.env["E2E"] === "off") return undefined;
  console.log("Installing Chromium for the browser tests (apt-get)…");
  const options = {
    stdio: /** @type {const} */ ("ignore"),
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  };
  const install = () =>
    spawnSync(aptGet, ["install", "-y", "--no-install-recommends", "chromium"], options).status === 0;
  // Package lists are often missing in containers.
  if (!install()) {
    spawnSync(aptGet, ["update"], options);
    install();
  }
  return places.find(existsSync);
}
