import { expect, test } from "vitest";
import { weekName } from "./week-name.ts";

test.each([
  ["2026-11-16", "2026 оны 11 сарын 16 – 22", "16 – 22 Nov 2026"],
  ["2026-11-30", "2026 оны 11 сарын 30 – 12 сарын 06", "30 Nov – 06 Dec 2026"],
  ["2026-12-28", "2026 оны 12 сарын 28 – 2027 оны 01 сарын 03", "28 Dec 2026 – 03 Jan 2027"],
])("the week of %s is «%s»", (monday, mongolian, english) => {
  expect([weekName("mn", monday), weekName("en", monday)]).toEqual([mongolian, english]);
});
