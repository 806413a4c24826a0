/** Order matters: every Chromium browser also says Chrome, and Chrome also says Safari. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(e|A|iOS)?\//, "Edge"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(OPR|OPiOS|Opera)\b/, "Opera"],
  [/\bYaBrowser\//, "Yandex"],
  [/\bUCBrowser\//, "UC Browser"],
  [/\b(MiuiBrowser|XiaoMi)\//, "Mi Browser"],
  [/\bHuaweiBrowser\//, "Huawei Browser"],
  [/\b(FBAN|FBAV)\b/, "Facebook"],
  [/\b(Firefox|FxiOS)\//, "Firefox"],
  [/\b(Chrome|CriOS|Chromium|HeadlessChrome)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];

/** Android says Linux too, and iPadOS may say Macintosh. */
const systems: readonly (readonly [RegExp, string])[] = [
  [/\bAndroid\b/, "Android"],
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bHarmonyOS\b/, "HarmonyOS"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b|\bMacintosh\b/, "macOS"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bLinux\b/, "Linux"],
];

/**
 * What a person recognises a device by, from a User-Agent header: "Chrome · Android". Made of proper names only, so it
 * reads the same in every language; an empty string when nothing is known.
 */
export function deviceLabel(userAgent: string): string {
  return [firstMatch(browsers, userAgent), firstMatch(systems, userAgent)].filter((part) => part !== "").join(" · ");
}

function firstMatch(table: typeof browsers, userAgent: string): string {
  return table.find(([pattern]) => pattern.test(userAgent))?.[1] ?? "";
}
