import { expect, test } from "vitest";
import { idParam } from "./id-param.ts";

test("an id of the right noun is itself", () => {
  const id = "cls_01ARYZ6S41TSV4RRFFQ69G5FAV";
  expect(idParam("classroom", id, "school.no-classroom")).toBe(id);
});

test.each([undefined, "", "x", "stu_01ARYZ6S41TSV4RRFFQ69G5FAV"])("%j is a place that does not exist", (value) => {
  expect(() => idParam("classroom", value, "school.no-classroom")).toThrow("not-found: school.no-classroom");
});
