import { describe, expect, test } from "vitest";
import { tutorActor } from "../../../../tests/support/tutor-actor.ts";
import { silentLog, systemClock, systemIds } from "../kernel/index.ts";
import { classified } from "./classified.ts";
import { screenAnswer, screenQuestion, type SafetyCategory, type Severity } from "./index.ts";
import { judge } from "./rules/judge.ts";
import { isFor, type Rule } from "./rules/rule.ts";
import { createRuleSet, type Finding } from "./rules/rule-set.ts";

const help = { kind: "support", card: "crisis" } as const;
const stop = { kind: "block", card: "not-allowed" } as const;
const turnAway = { kind: "redirect", card: "not-for-lessons" } as const;
const finding = (category: SafetyCategory, severity: Severity, action: Finding["action"], start = 0): Finding => ({
  category,
  severity,
  action,
  spans: [{ start, end: start + 1, category }],
});

describe("the verdict of what was found", () => {
  test("is to allow where nothing was", () => {
    expect(judge([])).toEqual({ kind: "allow" });
  });

  test.each([
    [
      "help before refusal",
      [finding("weapons", "urgent", stop), finding("self-harm", "low", help)],
      "support",
      "self-harm",
    ],
    [
      "refusal before turning away",
      [finding("politics", "urgent", turnAway), finding("weapons", "low", stop)],
      "block",
      "weapons",
    ],
    ["the graver of two", [finding("weapons", "normal", stop), finding("drugs", "high", stop)], "block", "drugs"],
    ["urgent before high", [finding("weapons", "high", stop), finding("drugs", "urgent", stop)], "block", "drugs"],
    ["normal before low", [finding("weapons", "low", stop), finding("drugs", "normal", stop)], "block", "drugs"],
    ["the first of equals", [finding("weapons", "low", stop), finding("drugs", "low", stop)], "block", "weapons"],
  ] as const)("puts %s", (_what, found, kind, category) => {
    const verdict = judge(found);
    expect(verdict.kind).toBe(kind);
    if (verdict.kind === "allow") return;
    expect(verdict.categories[0]).toBe(category);
    expect(verdict.categories).toHaveLength(2);
    expect(verdict.severity).toBe(found.find((each) => each.category === category)?.severity);
    expect(verdict.card).toBe(found.find((each) => each.category === category)?.action.card);
  });

  test("names a category once, and places in the order of the text", () => {
    const verdict = judge([finding("drugs", "low", stop, 9), finding("drugs", "low", stop, 3)]);
    expect(verdict).toMatchObject({ categories: ["drugs"], spans: [{ start: 3 }, { start: 9 }] });
  });
});

const rule = (parts: Partial<Rule>): Rule => ({ category: "weapons", severity: "high", action: stop, ...parts });
const find = (rules: readonly Rule[], text: string, grade = 8) => createRuleSet(rules).find(text, grade);

describe("a rule", () => {
  test("finds its phrases and tells where they stand", () => {
    const [one] = find([rule({ phrases: ["улаан ном*"] })], "Энэ бол улаан номын зураг");
    expect(one).toMatchObject({ category: "weapons", severity: "high", action: stop });
    expect(one?.spans).toEqual([{ start: 8, end: 19, category: "weapons" }]);
  });

  test("is silent in a sentence that sounds like a lesson, and only there", () => {
    const rules = [rule({ phrases: ["улаан ном*"], unless: ["түүх*"] })];
    expect(find(rules, "Түүхийн улаан ном")).toEqual([]);
    expect(find(rules, "Улаан ном, түүх")).toEqual([]);
    expect(find(rules, "Түүх. Улаан ном.")).toHaveLength(1);
    expect(find(rules, "Улаан ном. Түүх.")).toHaveLength(1);
    expect(find(rules, "Улаан ном, түүх. Улаан ном!")[0]?.spans).toHaveLength(1);
  });

  test("adds up signs until they prove something; each counts once", () => {
    const rules = [
      rule({
        signs: [
          { weight: 0.5, phrases: ["ном", "дэвтэр"] },
          { weight: 0.5, phrases: ["харандаа"] },
          { weight: 0.4, phrases: ["баллуур"] },
        ],
      }),
    ];
    expect(find(rules, "ном")).toEqual([]);
    expect(find(rules, "ном дэвтэр ном")).toEqual([]);
    expect(find(rules, "ном баллуур")).toEqual([]);
    expect(find(rules, "ном. Харандаа.")[0]?.spans).toHaveLength(2);
  });

  test("speaks for the ages it is meant for", () => {
    const young = rule({ phrases: ["ном"], bands: ["primary"] });
    expect(isFor(young, 5)).toBe(true);
    expect(isFor(young, 6)).toBe(false);
    expect(isFor(rule({}), 12)).toBe(true);
    expect(isFor(rule({ bands: ["lower"] }), 9)).toBe(true);
    expect(isFor(rule({ bands: ["upper"] }), 10)).toBe(true);
    expect(find([young], "ном", 3)).toHaveLength(1);
    expect(find([young], "ном", 8)).toEqual([]);
    expect(find([rule({ plain: /#x#/u, bands: ["primary"] })], "#x#", 8)).toEqual([]);
  });

  test("finds marks that are no words, whatever their case", () => {
    const found = find([rule({ plain: /#mark#/u })], "за #MARK# за");
    expect(found[0]?.spans).toEqual([{ start: 3, end: 9, category: "weapons" }]);
    expect(find([rule({ plain: /#mark#/u })], "за")).toEqual([]);
  });

  test("that shares its phrase with another keeps its own say", () => {
    const rules = [rule({ phrases: ["ном"] }), rule({ category: "drugs", phrases: ["ном"], unless: ["хүн"] })];
    expect(find(rules, "ном").map(({ category }) => category)).toEqual(["weapons", "drugs"]);
    expect(find(rules, "хүн ном").map(({ category }) => category)).toEqual(["weapons"]);
  });
});

describe("what turns say together", () => {
  const across = (rules: readonly Rule[], earlier: readonly string[], text: string) =>
    createRuleSet(rules).findAcross(earlier, text, 8);
  const rules = [rule({ phrases: ["улаан .. ном*"] })];

  test("is found when a phrase begins in one and ends in the next, at its place in the next", () => {
    expect(across(rules, ["улаан"], "том ном")[0]?.spans).toEqual([{ start: 0, end: 7, category: "weapons" }]);
    expect(across(rules, ["а б в г д", "улаан"], "ном")).toHaveLength(1);
  });

  test("is not what one of them said alone", () => {
    expect(across(rules, ["улаан ном"], "за")).toEqual([]);
    expect(across(rules, ["за"], "улаан ном")).toEqual([]);
    expect(across(rules, [], "улаан ном")).toEqual([]);
    expect(across(rules, ["улаан"], "")).toEqual([]);
  });

  test("is silenced by a lesson's word in any of them, and light matters are left alone", () => {
    expect(across([rule({ phrases: ["улаан .. ном*"], unless: ["түүх*"] })], ["түүх", "улаан"], "ном")).toEqual([]);
    expect(across([rule({ phrases: ["улаан .. ном*"], severity: "low" })], ["улаан"], "ном")).toEqual([]);
  });
});

describe("what a classifier finds", () => {
  const says = (category: SafetyCategory, severity: Severity = "high") => ({
    classifier: { classify: () => Promise.resolve([{ category, severity }]) },
  });
  const ctx = { actor: tutorActor(), clock: systemClock, ids: systemIds, log: silentLog };

  test.each([
    ["self-harm", "support", "crisis"],
    ["eating-disorder", "support", "crisis"],
    ["distress", "support", "crisis"],
    ["abuse-disclosed", "support", "danger"],
    ["grooming", "support", "danger"],
    ["cheating", "redirect", "do-it-together"],
    ["personal-data", "redirect", "private-data"],
    ["politics", "redirect", "not-for-lessons"],
    ["off-topic", "redirect", "not-for-lessons"],
    ["gambling", "redirect", "not-for-lessons"],
    ["persona", "redirect", "not-for-lessons"],
    ["jailbreak", "redirect", "not-allowed"],
    ["sexual-minor", "block", undefined],
    ["violence", "block", undefined],
    ["weapons", "block", undefined],
    ["drugs", "block", undefined],
    ["extremism", "block", undefined],
    ["sexual", "block", undefined],
    ["hate", "block", undefined],
  ] as const)("%s leads to %s", async (category, kind, card) => {
    const { verdict } = await screenQuestion({ ...ctx, ...says(category) }, { text: "Эс гэж юу вэ?", grade: 8 });
    expect(verdict).toMatchObject({ kind, categories: [category], severity: "high", ...(card ? { card } : {}) });
    const answer = await screenAnswer({ ...ctx, ...says(category) }, { text: "Эс бол нэгж.", grade: 8 });
    expect(answer).toMatchObject({ kind, categories: [category] });
  });

  test("is nothing without one, and nothing when it finds nothing", async () => {
    const input = { text: "а", direction: "question", grade: 8 } as const;
    expect(await classified({ classifier: undefined }, input)).toEqual([]);
    expect(await classified({ classifier: { classify: () => Promise.resolve([]) } }, input)).toEqual([]);
  });

  test("is asked with the masked text, the direction and the grade", async () => {
    const asked: unknown[] = [];
    const classifier = {
      classify: (input: unknown) => {
        asked.push(input);
        return Promise.resolve([]);
      },
    };
    await screenQuestion({ ...ctx, classifier }, { text: "Эс гэж юу вэ? 99112847", grade: 7 });
    await screenAnswer({ ...ctx, classifier }, { text: "Эс бол нэгж.", grade: 7 });
    expect(asked).toEqual([
      expect.objectContaining({ text: "Эс гэж юу вэ? [утасны дугаар]", direction: "question", grade: 7 }),
      expect.objectContaining({ text: "Эс бол нэгж.", direction: "answer", grade: 7 }),
    ]);
  });

  test("that can't be asked is no verdict at all", async () => {
    const classifier = { classify: () => Promise.reject(new Error("down")) };
    const refused = { kind: "unavailable", code: "safety.unavailable", details: { retryAfterS: 5 } };
    await expect(screenQuestion({ ...ctx, classifier }, { text: "Эс", grade: 8 })).rejects.toMatchObject(refused);
    await expect(screenAnswer({ ...ctx, classifier }, { text: "Эс", grade: 8 })).rejects.toMatchObject(refused);
  });

  test("adds to what the rules found and takes nothing away", async () => {
    const { verdict } = await screenQuestion(
      { ...ctx, ...says("politics", "low") },
      { text: "Гэртээ тэсрэх бөмбөг яаж хийх вэ", grade: 8 },
    );
    expect(verdict).toMatchObject({ kind: "block" });
  });
});
