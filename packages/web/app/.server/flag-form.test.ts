import { expect, test } from "vitest";
import { flagFromForm } from "./flag-form.ts";

const formOf = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
};
const all = {
  name: "models",
  reason: "Туршъя",
  version: "3",
  percent: "20",
  by: "school",
  schoolIds: " sch_1\r\nsch_2,\n",
};

test.each([
  ["on", { kind: "on" }],
  ["off", { kind: "off" }],
  ["percentage", { kind: "percentage", percent: 20, by: "school" }],
  ["schools", { kind: "schools", schoolIds: ["sch_1", "sch_2"] }],
])("reads the kind «%s» and passes over the fields of the others", (kind, rule) => {
  expect(flagFromForm(formOf({ ...all, kind }))).toEqual({ name: "models", rule, reason: "Туршъя", version: 3 });
});

test("an empty share is no share of nought", () => {
  const { rule } = flagFromForm(formOf({ ...all, kind: "percentage", percent: " " }));
  expect(rule).toMatchObject({ percent: Number.NaN });
});

test("a kind that there is not is refused", () => {
  expect(() => flagFromForm(formOf({ ...all, kind: "moon" }))).toThrow("kernel.invalid-input");
});
