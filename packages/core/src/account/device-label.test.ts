import { expect, test } from "vitest";
import { deviceLabel } from "./device-label.ts";

const chrome = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0";

test.each([
  ["Chrome · Android", `Mozilla/5.0 (Linux; Android 14; SM-A155F) ${chrome} Mobile Safari/537.36`],
  ["Samsung Internet · Android", `Mozilla/5.0 (Linux; Android 14) ${chrome} SamsungBrowser/28.0 Mobile Safari/537.36`],
  [
    "Safari · iPhone",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1",
  ],
  [
    "Chrome · iPhone",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 CriOS/140.0 Mobile Safari/604.1",
  ],
  ["Edge · Windows", `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Safari/537.36 Edg/140.0.0.0`],
  ["Firefox · Linux", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"],
  ["Chrome · ChromeOS", `Mozilla/5.0 (X11; CrOS x86_64 16000.0.0) ${chrome} Safari/537.36`],
  ["Opera · macOS", `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${chrome} Safari/537.36 OPR/120.0`],
  ["Android", "SomeApp/1.0 (Android 12)"],
  ["", "curl/8.0"],
  ["", ""],
])("%s", (label, userAgent) => {
  expect(deviceLabel(userAgent)).toBe(label);
});
