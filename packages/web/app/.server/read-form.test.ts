import { expect, test } from "vitest";
import { readForm, readIntent } from "./read-form.ts";

const formOf = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
};

test("a known intent is read", () => {
  expect(readIntent(formOf({ intent: "delete" }), "rename", "delete")).toBe("delete");
});

test.each([{}, { intent: "" }, { intent: "Delete" }, { intent: "destroy" }])(
  "%j is refused, not taken for the other one",
  (fields) => {
    expect(() => readIntent(formOf(fields), "rename", "delete")).toThrow("invalid: kernel.invalid-input");
  },
);

test("a body that is no form is refused, not a bug", async () => {
  const request = new Request("http://x/answers", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{}",
  });
  await expect(readForm(request)).rejects.toThrow("invalid: kernel.invalid-input");
});

test("a form is read", async () => {
  const body = new URLSearchParams({ intent: "rate" });
  const form = await readForm(new Request("http://x/answers", { method: "POST", body }));
  expect(form.get("intent")).toBe("rate");
});
