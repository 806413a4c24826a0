import type { TextbookView } from "@ukhaan/core/textbook/schema";
import { expect, test } from "vitest";
import { firstValues } from "./first-values.ts";
import type { UploadItem } from "./upload-item.ts";
import { createUploadQueue } from "./upload-queue.ts";
import { StepRefused, type UploadSteps } from "./upload-steps.ts";

const pdf = (name: string, size = 25) => new File([`%PDF-1.7 ${name}`.padEnd(size, "x")], name);
const partBytes = 10;

/** A server and a store of its own: what has arrived of which book, and what was asked. */
function fakeStore(changed: Partial<UploadSteps> = {}) {
  const arrived = new Map<string, Set<number>>();
  const sizes = new Map<string, number>();
  const log: string[] = [];
  let books = 0;
  const progress = (textbookId: string, size: number) => ({
    textbookId,
    partBytes,
    partCount: Math.ceil(size / partBytes),
    arrivedParts: [...(arrived.get(textbookId) ?? [])],
  });
  const steps: UploadSteps = {
    check: async (candidates) => candidates.map(() => null),
    add: async ({ title }, { file }) => {
      const textbookId = `book-${++books}`;
      arrived.set(textbookId, new Set());
      sizes.set(textbookId, file.size);
      log.push(`add ${title}`);
      return progress(textbookId, file.size);
    },
    begin: async (textbookId, { file }) => {
      log.push(`begin ${textbookId}`);
      return progress(textbookId, file.size);
    },
    sign: async (textbookId, partNumber) => `${textbookId}/${partNumber}`,
    send: async (_part, url) => {
      const [textbookId = "", partNumber] = url.split("/");
      log.push(`send ${url}`);
      arrived.get(textbookId)?.add(Number(partNumber));
      return "sent";
    },
    complete: async (textbookId) => void log.push(`complete ${textbookId}`),
    drop: async (textbookId) => void log.push(`drop ${textbookId}`),
    states: async (ids) => ids.map((textbookId) => ({ textbookId, state: "ready" }) as unknown as TextbookView),
    ...changed,
  };
  return { steps, log, arrived };
}

function queueOf(steps: UploadSteps) {
  const queue = createUploadQueue({ steps, pause: () => new Promise((resolve) => setTimeout(resolve, 1)) });
  const until = async (isSo: (items: readonly UploadItem[]) => boolean) => {
    await expect.poll(() => isSo(queue.items()), { interval: 2 }).toBe(true);
  };
  const add = (...files: File[]) => queue.add(files, ({ name }) => firstValues(name, 2026, undefined));
  const states = () => queue.items().map(({ state }) => state);
  return { queue, until, add, states };
}
const [physics, biology, history] = ["Физик 8.pdf", "Биологи 8.pdf", "Түүх 9.pdf"] as const;

test("files go up two at once, in parts, and are followed until they are ready", async () => {
  let open = 0;
  let most = 0;
  const { steps, log } = fakeStore();
  const send: UploadSteps["send"] = async (part, url, options) => {
    most = Math.max(most, ++open);
    await new Promise((resolve) => setTimeout(resolve, 3));
    open -= 1;
    return steps.send(part, url, options);
  };
  const { queue, until, add, states } = queueOf({ ...steps, send });
  await add(pdf(physics), pdf(biology), pdf(history));
  expect(states()).toEqual(["editing", "editing", "editing"]);
  expect(await queue.start()).toBe(0);
  await until((items) => items.every(({ state }) => state === "ready"));
  expect(most).toBe(2);
  expect(log.filter((line) => line.startsWith("complete"))).toHaveLength(3);
  expect(log.filter((line) => line.startsWith("send book-1"))).toEqual([1, 2, 3].map((part) => `send book-1/${part}`));
});

test("after a lost connection only the missing parts are sent, by itself", async () => {
  let cuts = 2;
  const { steps, log } = fakeStore();
  const send: UploadSteps["send"] = async (part, url, options) =>
    url.endsWith("/2") && cuts-- > 0 ? "lost" : steps.send(part, url, options);
  const { queue, until, add } = queueOf({ ...steps, send });
  const seen = new Set<string>();
  queue.subscribe(() => seen.add(queue.items()[0]?.state ?? ""));
  await add(pdf(physics));
  await queue.start();
  await until(([item]) => item?.state === "ready");
  expect(seen).toContain("lost");
  expect(log.filter((line) => line.startsWith("send"))).toEqual([1, 2, 3].map((part) => `send book-1/${part}`));
  expect(log.filter((line) => line.startsWith("add"))).toHaveLength(1);
});

test("a book whose adding was answered into the void is not added twice", async () => {
  const { steps, log } = fakeStore();
  let checks = 0;
  const { queue, until, add } = queueOf({
    ...steps,
    add: async (values, item) => {
      await steps.add(values, item);
      throw new TypeError("fetch failed");
    },
    check: async () => [checks++ === 0 ? null : { kind: "unfinished", textbookId: "book-1", title: "Физик 8" }],
  });
  await add(pdf(physics));
  await queue.start();
  await until(([item]) => item?.state === "ready");
  expect(log.filter((line) => line.startsWith("add"))).toHaveLength(1);
});

test("an upload that was cut off earlier goes on where it ended", async () => {
  const { steps, log, arrived } = fakeStore();
  arrived.set("book-7", new Set([1, 2]));
  const { queue, until, add } = queueOf({
    ...steps,
    check: async () => [{ kind: "unfinished", textbookId: "book-7", title: "Физик 8" }],
  });
  await add(pdf(physics));
  await queue.start();
  await until(([item]) => item?.state === "ready");
  expect(log).toEqual(["begin book-7", "send book-7/3", "complete book-7"]);
});

test("what can't be sent is told before anything is, and the others go", async () => {
  const { steps, log } = fakeStore();
  const { queue, until, add } = queueOf(steps);
  await add(
    new File(["PK"], "word.pdf"),
    pdf(physics),
    pdf("Физик 8 хуулбар.pdf"),
    new File([], "x.pdf"),
    pdf("scan.pdf"),
  );
  expect(queue.items().map(({ problems }) => problems.file)).toEqual([
    "fileNotPdf",
    undefined,
    undefined,
    "fileEmpty",
    undefined,
  ]);
  expect(await queue.start()).toBe(3);
  await until((items) => items.filter(({ state }) => state === "ready").length === 2);
  expect(queue.items()[4]?.problems).toEqual({ subject: "subjectMissing", grade: "gradeMissing" });
  expect(log.filter((line) => line.startsWith("add"))).toHaveLength(2);
});

test("the same file twice in the list is told", async () => {
  const { queue, add } = queueOf(fakeStore().steps);
  await add(pdf(physics), pdf(physics));
  expect(queue.items()[1]?.problems.file).toBe("fileTwice");
});

test("a book that is there already waits for the person's word", async () => {
  const { steps } = fakeStore();
  const { queue, until, add, states } = queueOf({
    ...steps,
    check: async () => [{ kind: "same-book", textbookId: "book-9", title: "Физик 8" }],
  });
  await add(pdf(physics));
  expect(await queue.start()).toBe(1);
  expect(queue.items()[0]?.duplicate).toMatchObject({ textbookId: "book-9" });
  expect(states()).toEqual(["editing"]);
  queue.insist(queue.items()[0]?.id ?? "");
  await until(([item]) => item?.state === "ready");
});

test("a stopped file goes on when told, and a dropped one leaves nothing behind", async () => {
  const { steps, log } = fakeStore();
  const held = new Set(["book-1/3", "book-2/3"]);
  const send: UploadSteps["send"] = (part, url, options) =>
    held.delete(url)
      ? new Promise((resolve) => options.signal.addEventListener("abort", () => resolve("cancelled")))
      : steps.send(part, url, options);
  const { queue, until, add } = queueOf({ ...steps, send });
  await add(pdf(physics));
  await queue.start();
  await until(() => log.includes("send book-1/2"));
  const id = queue.items()[0]?.id ?? "";
  queue.stop(id);
  expect(queue.items()[0]?.state).toBe("stopped");
  queue.goOn(id);
  await until(([item]) => item?.state === "ready");

  await add(pdf(biology));
  const other = queue.items()[1]?.id ?? "";
  await queue.start();
  await until((items) => items[1]?.state === "sending" && items[1]?.textbookId !== undefined);
  queue.stop(other);
  queue.remove(other);
  expect(queue.items()).toHaveLength(1);
  await expect.poll(() => log).toContain("drop book-2");
});

test("what the server refuses is told in its words, and is not tried again by itself", async () => {
  const { steps, log } = fakeStore();
  const { queue, until, add } = queueOf({
    ...steps,
    complete: () => Promise.reject(new StepRefused("Файл бүрэн ирээгүй байна.")),
  });
  await add(pdf(physics));
  await queue.start();
  await until(([item]) => item?.state === "refused");
  expect(queue.items()[0]?.message).toBe("Файл бүрэн ирээгүй байна.");
  expect(log.filter((line) => line.startsWith("begin"))).toEqual([]);
});

test("what the files share is written into those that are still being filled in", async () => {
  const { queue, until, add } = queueOf(fakeStore().steps);
  await add(pdf(physics));
  await queue.start();
  await until(([item]) => item?.state === "ready");
  await add(pdf(biology));
  queue.changeAll({ publisher: "Хэвлэх үйлдвэр" });
  expect(queue.items().map(({ values }) => values.publisher)).toEqual(["", "Хэвлэх үйлдвэр"]);
});

test("a book that somebody deletes while it is prepared is told of, and looked for no longer", async () => {
  let looks = 0;
  const states = async () => {
    looks += 1;
    if (looks === 1) throw new Error("no answer");
    return [];
  };
  const { steps, log } = fakeStore({ states });
  const { queue, until, add } = queueOf(steps);
  await add(pdf(physics));
  await queue.start();
  await until(([item]) => item?.state === "gone");
  expect(looks).toBe(2);
  const [item] = queue.items();
  queue.remove(item?.id ?? "");
  expect(log.some((line) => line.startsWith("drop"))).toBe(false);
});
