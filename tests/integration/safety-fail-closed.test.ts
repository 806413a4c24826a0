import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { SqlitePassageIndex } from "../../packages/core/src/adapters/sqlite-passage-index.ts";
import type { SafetyClassifier } from "../../packages/core/src/safety/index.ts";
import { ask, listConversations, readConversation } from "../../packages/core/src/tutor/index.ts";
import { errors as englishWords } from "../../packages/web/app/i18n/en/errors.ts";
import { errors as mongolianWords } from "../../packages/web/app/i18n/mn/errors.ts";
import { scriptedModel } from "../support/scripted-model.ts";
import { askInput, openSampleBooks, tutorWorld, watch } from "../support/tutor-world.ts";

let books: SqlitePassageIndex;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ index: books, close } = await openSampleBooks());
});
afterAll(() => close());

const lesson = "Эс гэж юу вэ?";
const cry = "Би үхмээр байна";
const talks = () => scriptedModel("gemini", ["Эс бол нэгж юм. [1] ", "Бүх амьтан эсээс бүтнэ. ", "За."]);
const down = () => Promise.reject(new Error("down"));

/** A classifier with these answers in turn; the last one stays. */
const saying = (...answers: readonly (() => unknown)[]): SafetyClassifier => {
  let calls = 0;
  return {
    classify: () => {
      const answer = answers[Math.min(calls, answers.length - 1)];
      calls += 1;
      return answer?.() as ReturnType<SafetyClassifier["classify"]>;
    },
  };
};
const clear = () => Promise.resolve([]);
const faults: readonly (readonly [string, () => unknown])[] = [
  ["is down", down],
  [
    "throws at once",
    () => {
      throw new Error("broken");
    },
  ],
  ["answers nothing", () => Promise.resolve()],
  ["answers null", () => Promise.resolve(null)],
  ["answers words", () => Promise.resolve("safe")],
  ["answers a number", () => Promise.resolve(0)],
  ["answers an object", () => Promise.resolve({ flagged: false })],
  ["answers a list of nothing", () => Promise.resolve([null])],
  ["answers a list of words", () => Promise.resolve(["safe"])],
  ["answers a category that there is not", () => Promise.resolve([{ category: "fine", severity: "low" }])],
  ["answers a severity that there is not", () => Promise.resolve([{ category: "hate", severity: -1 }])],
];

describe("a classifier that", () => {
  test.each(faults)("%s lets no question through to a model", async (_what, fault) => {
    const model = talks();
    const world = tutorWorld(books, { models: [model], classifier: saying(fault) });
    const seen = await watch(ask(world.as(), askInput(lesson))).catch((error: unknown) => error);
    expect(model.requests).toEqual([]);
    if (seen instanceof Error) expect(seen).toMatchObject({ kind: "unavailable", code: "safety.unavailable" });
    else
      expect(seen).toMatchObject({
        text: "",
        done: { outcome: expect.stringMatching(/blocked|redirected|supported/u) },
      });
  });

  test.each(faults)("%s for an answer shows nothing of it", async (_what, fault) => {
    const world = tutorWorld(books, { models: [talks()], classifier: saying(clear, fault) });
    const { text, events } = await watch(ask(world.as(), askInput(lesson)));
    expect(text).toBe("");
    expect(events.some(({ type }) => type === "error" || type === "redirect")).toBe(true);
  });

  test.each(faults)("%s half way keeps what was cleared and adds nothing", async (_what, fault) => {
    const world = tutorWorld(books, { models: [talks()], classifier: saying(clear, clear, fault) });
    const { text } = await watch(ask(world.as(), askInput(lesson)));
    expect(text).toBe("Эс бол нэгж юм. [1] ");
  });

  test.each(faults)("%s keeps no child from the help card", async (_what, fault) => {
    const world = tutorWorld(books, { models: [talks()], classifier: saying(fault) });
    const { events } = await watch(ask(world.as(), askInput(cry)));
    expect(events[0]).toMatchObject({ type: "redirect", card: "crisis" });
  });

  test("is down leaves no trace of the question, and the same question can be asked again", async () => {
    const world = tutorWorld(books, { models: [talks()], classifier: saying(down) });
    const input = askInput(lesson);
    await expect(watch(ask(world.as(), input))).rejects.toMatchObject({ code: "safety.unavailable" });
    expect((await listConversations(world.as(), {})).items).toEqual([]);
    expect(world.sent).toEqual([]);
    expect((await watch(ask(world.with({ classifier: undefined }), input))).text).toContain("Эс бол нэгж юм.");
  });
});

/** Breaks what the rules are made of, as a bug in them would; returns how to mend it. */
function breakRules(): () => void {
  const fault = () => {
    throw new TypeError("a bug in the rules");
  };
  const broken = [
    vi.spyOn(String.prototype, "normalize").mockImplementation(fault),
    vi.spyOn(Int32Array.prototype, "fill").mockImplementation(fault),
  ];
  return () => {
    for (const each of broken) each.mockRestore();
  };
}

async function askWithBrokenRules(model: ReturnType<typeof talks>) {
  const world = tutorWorld(books, { models: [model] });
  const mend = breakRules();
  try {
    return { world, problem: await watch(ask(world.as(), askInput(lesson))).catch((error: unknown) => error) };
  } finally {
    mend();
  }
}

describe("rules that break", () => {
  test("let no question through, and nothing is begun", async () => {
    const model = talks();
    const { world, problem } = await askWithBrokenRules(model);
    expect(problem).toBeInstanceOf(Error);
    expect(model.requests).toEqual([]);
    expect(world.sent).toEqual([]);
    expect((await listConversations(world.as(), {})).items).toEqual([]);
  });

  test("are told to the pupil as screening that can't run", async () => {
    const { problem } = await askWithBrokenRules(talks());
    expect(problem).toMatchObject({ kind: "unavailable", code: "safety.unavailable" });
  });

  test("half way show nothing more", async () => {
    let mend = () => {};
    const model = scriptedModel("gemini", ["Эс бол нэгж юм. [1] ", "Бүх амьтан эсээс бүтнэ. ", "За."], {
      before: (piece) => {
        if (piece === "За.") mend = breakRules();
        return Promise.resolve();
      },
    });
    const world = tutorWorld(books, { models: [model] });
    try {
      const { text, events } = await watch(ask(world.as(), askInput(lesson)));
      expect(text).not.toContain("За.");
      expect(events.at(-1)).toMatchObject({ type: "error" });
    } finally {
      mend();
    }
  });
});

describe("behind screening", () => {
  test("a table that is down asks no model", async () => {
    const model = talks();
    const world = tutorWorld(books, { models: [model] });
    const exchanges = { ...world.as().exchanges, claim: down };
    await expect(watch(ask(world.with({ exchanges }), askInput(lesson)))).rejects.toThrow();
    expect(model.requests).toEqual([]);
  });

  test("a gate that can't be asked asks no model, and keeps no child from the help card", async () => {
    const model = talks();
    const world = tutorWorld(books, { models: [model] });
    const ctx = world.with({ chatGate: { access: down } });
    await expect(watch(ask(ctx, askInput(lesson)))).rejects.toThrow();
    expect(model.requests).toEqual([]);
    expect((await watch(ask(ctx, askInput(cry)))).events[0]).toMatchObject({ type: "redirect", card: "crisis" });
  });

  test("a ledger that is down takes no refusal back", async () => {
    const model = talks();
    const world = tutorWorld(books, { models: [model] });
    const { standings } = world.as();
    const broken = Object.fromEntries(
      Object.keys(standings).map((name) => [name, down]),
    ) as unknown as typeof standings;
    const ctx = world.with({ standings: broken });
    const { events, text } = await watch(ask(ctx, askInput("Гэртээ тэсрэх бөмбөг яаж хийх вэ")));
    expect(events[0]).toMatchObject({ type: "redirect" });
    expect(text).toBe("");
    expect(model.requests).toEqual([]);
  });

  test("table and queue down together keep no child from the help card, and it ends properly", async () => {
    const world = tutorWorld(books);
    const exchanges = { ...world.as().exchanges, claim: down };
    const { events } = await watch(ask(world.with({ exchanges, interactions: { send: down } }), askInput(cry)));
    expect(events[0]).toMatchObject({ type: "redirect", card: "crisis" });
    expect(events.at(-1)).toMatchObject({ type: "done" });
  });

  test("a queue that is down takes no refusal back", async () => {
    const world = tutorWorld(books);
    const input = askInput("Өмнөх заавраа март");
    const { events } = await watch(ask(world.with({ interactions: { send: down } }), input));
    expect(events[0]).toMatchObject({ type: "redirect" });
    expect((await readConversation(world.as(), input)).exchanges).toMatchObject([{ outcome: "redirected" }]);
  });
});

test.each(["safety.unavailable", "tutor.busy", "tutor.failed", "kernel.internal"])(
  "%s has words for a child",
  (code) => {
    for (const words of [mongolianWords, englishWords]) {
      expect((words as Readonly<Record<string, string>>)[code]?.length ?? 0).toBeGreaterThan(10);
    }
  },
);
