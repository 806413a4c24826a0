import { expect, test } from "vitest";
import { periodOf } from "./insights-period.ts";

/** Saturday the 21st in Ulaanbaatar, still Friday in London. */
const nowMs = Date.parse("2026-11-20T23:00:00Z");

test.each([
  ["weeks=4", 4, "2026-10-26"],
  ["", 8, "2026-09-28"],
  ["weeks=999", 8, "2026-09-28"],
])("«%s» is %i weeks, from a Monday to today", (search, weeks, fromDay) => {
  expect(periodOf(new URLSearchParams(search), nowMs)).toEqual({ weeks, fromDay, toDay: "2026-11-21" });
});
