import type { SetFlagInput } from "@ukhaan/core/flag/schema";
import { DomainError } from "@ukhaan/core/kernel";

const text = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
};

/** What the form of a flag asks for; fields of the kinds that were not chosen are passed over. The operation checks the rest. */
export function flagFromForm(form: FormData): SetFlagInput {
  return {
    name: text(form, "name") as SetFlagInput["name"],
    rule: ruleFrom(form),
    reason: text(form, "reason"),
    version: Number(text(form, "version")),
  };
}

function ruleFrom(form: FormData): SetFlagInput["rule"] {
  const kind = text(form, "kind");
  switch (kind) {
    case "on":
    case "off":
      return { kind };
    case "percentage": {
      const percent = text(form, "percent").trim();
      return {
        kind,
        percent: percent === "" ? Number.NaN : Number(percent),
        by: text(form, "by") as "pupil" | "school",
      };
    }
    case "schools":
      return {
        kind,
        schoolIds: text(form, "schoolIds")
          .split(/[\s,;]+/u)
          .filter(Boolean),
      };
    default:
      throw new DomainError("invalid", "kernel.invalid-input", { field: "kind" });
  }
}
