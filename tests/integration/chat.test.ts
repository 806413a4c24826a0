import { once } from "node:events";
import { createServer, request as httpRequest, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createSessionStore, openSession } from "../../packages/core/src/account/index.ts";
import type { SqlitePassageIndex } from "../../packages/core/src/adapters/sqlite-passage-index.ts";
import { silentLog, systemIds } from "../../packages/core/src/kernel/index.ts";
import { AnswerEvent, readConversation } from "../../packages/core/src/tutor/index.ts";
import { createChatHandler } from "../../packages/functions/src/chat-handler.ts";
import { installStreamingRuntime, serveFunctionUrl } from "../../scripts/embedded/function-url.ts";
import { countRequests } from "../support/count-requests.ts";
import { scriptedModel } from "../support/scripted-model.ts";
import {
  askInput,
  openSampleBooks,
  type TutorWorld,
  type TutorWorldPorts,
  tutorWorld,
} from "../support/tutor-world.ts";

installStreamingRuntime();

let books: SqlitePassageIndex;
let closeBooks: () => Promise<void>;
let world: TutorWorld;
let cookie: string;
let server: Server;
let origin: string;
let changed: Partial<TutorWorldPorts>;
let log: typeof silentLog;

beforeAll(async () => {
  ({ index: books, close: closeBooks } = await openSampleBooks());
});
afterAll(() => closeBooks());

beforeEach(async () => {
  world = tutorWorld(books);
  changed = {};
  log = silentLog;
  const sessions = createSessionStore(world.table);
  const { sessionId: _made, ...seed } = world.pupil;
  const { token } = await openSession({ ...world.as(), sessions } as never, { actor: seed, device: "" });
  cookie = `ukhaan_session=${token}`;
  const handler = awslambda.streamifyResponse(
    createChatHandler(() => ({ ...world.with(changed), sessions, log }) as never),
  );
  server = createServer((request, response) => void serveFunctionUrl(handler, request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, "close");
});

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(origin + path, {
    method: "POST",
    headers: { "content-type": "application/json", cookie, origin, ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });

const eventsOf = (text: string) =>
  text
    .split("\n\n")
    .filter((block) => block.startsWith("data: "))
    .map((block) => AnswerEvent.parse(JSON.parse(block.slice(6))));

describe("POST /api/chat", () => {
  test("answers with server-sent events that no proxy may hold back, and carries the request's id", async () => {
    const response = await post("/api/chat", askInput("Эс гэж юу вэ?"));
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
    expect(response.headers.get("cache-control")).toBe("no-cache, no-transform");
    expect(response.headers.get("x-accel-buffering")).toBe("no");
    expect(response.headers.get("x-request-id")).toMatch(/^[\w-]{8,}$/u);
    const events = eventsOf(await response.text());
    expect(events.at(0)).toEqual({ type: "status", status: "searching" });
    expect(events.at(-1)).toMatchObject({ type: "done", outcome: "passages" });
  });

  test("streams: the first sentence arrives while the model still speaks", async () => {
    let speakOn = () => {};
    const held = new Promise<void>((resolve) => (speakOn = resolve));
    changed = {
      models: [
        scriptedModel("slow", ["Нэг. [1] Х", "оёр."], {
          before: (piece) => (piece === "оёр." ? held : Promise.resolve()),
        }),
      ],
    };
    const response = await post("/api/chat", askInput("Эс гэж юу вэ?"));
    let text = "";
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      text += new TextDecoder().decode(chunk);
      if (text.includes("Нэг.")) speakOn();
    }
    expect(eventsOf(text).at(-1)).toMatchObject({ type: "done", model: "slow" });
  });

  test("asks no model while the flag is off, and tells analytics which half of a comparison a pupil was in", async () => {
    const model = scriptedModel("asked", ["Нэг. [1]"]);
    const rule = { kind: "percentage", percent: 0, by: "pupil" } as const;
    changed = { models: [model], features: { document: async () => new Map([["models", rule]]) } };
    const off = eventsOf(await (await post("/api/chat", askInput("Эс гэж юу вэ?"))).text());
    expect(off.at(-1)).toMatchObject({ type: "done", outcome: "passages" });
    expect(model.requests).toHaveLength(0);
    changed = { ...changed, features: { document: async () => new Map([["models", { ...rule, percent: 100 }]]) } };
    const on = eventsOf(await (await post("/api/chat", askInput("Эс гэж юу вэ?"))).text());
    expect(on.at(-1)).toMatchObject({ type: "done", model: "asked" });
    expect(world.sent.map(({ variants }) => variants)).toEqual([{ models: "off" }, { models: "on" }]);
  });

  test("costs two writes and two reads in all: the session, and how far the class is helped", async () => {
    // Every instance asks for the switches once in five seconds, whoever asks meanwhile.
    await world.as().chatGate.access(world.pupil.schoolId);
    const counted = countRequests(world.table);
    await (await post("/api/chat", askInput("Эс гэж юу вэ?"))).text();
    expect(counted.take()).toMatchObject({ writes: 2, reads: 2 });
  });

  test("finishes and saves an answer whose reader hung up, and gives it back on resuming", async () => {
    const model = scriptedModel("slow", ["Нэг. [1] ", "Хоёр."], {
      before: () => new Promise((go) => setTimeout(go, 250)),
    });
    changed = { models: [model] };
    const input = askInput("Эс гэж юу вэ?");
    const { hostname, port } = new URL(origin);
    const headers = { "content-type": "application/json", cookie, origin };
    const aborted = httpRequest({ hostname, port, path: "/api/chat", method: "POST", headers }, (response) => {
      response.once("data", () => aborted.destroy());
      response.on("error", () => undefined);
    });
    aborted.on("error", () => undefined);
    aborted.end(JSON.stringify(input));
    await once(aborted, "close");
    const resumed = await post("/api/chat/resume", input);
    const events = eventsOf(await resumed.text());
    expect(events.map((event) => (event.type === "delta" ? event.text : "")).join("")).toBe("Нэг. [1] Хоёр.");
    expect(model.requests).toHaveLength(1);
    expect((await readConversation(world.as(), input)).exchanges[0]).toMatchObject({ state: "answered" });
  });
});

describe("a request that is refused", () => {
  const good = () => askInput("Эс гэж юу вэ?");
  test.each([
    ["without a session", 401, "account.sign-in-first", () => post("/api/chat", good(), { cookie: "" })],
    [
      "with a made-up session",
      401,
      "account.sign-in-first",
      () => post("/api/chat", good(), { cookie: `ukhaan_session=${"A".repeat(43)}` }),
    ],
    [
      "from another site",
      403,
      "account.cross-site",
      () => post("/api/chat", good(), { origin: "https://evil.example" }),
    ],
    [
      "from another site, by the browser's word",
      403,
      "account.cross-site",
      () => post("/api/chat", good(), { "sec-fetch-site": "cross-site" }),
    ],
    [
      "as a form of another site would send it",
      400,
      "kernel.invalid-input",
      () => post("/api/chat", good(), { "content-type": "text/plain" }),
    ],
    ["with a broken body", 400, "kernel.invalid-input", () => post("/api/chat", "{")],
    ["with an empty question", 400, "kernel.invalid-input", () => post("/api/chat", { ...good(), question: "  " })],
    [
      "with a question that is too long",
      400,
      "kernel.invalid-input",
      () => post("/api/chat", { ...good(), question: "а".repeat(1_001) }),
    ],
    [
      "with somebody's idea of an id",
      400,
      "kernel.invalid-input",
      () => post("/api/chat", { ...good(), conversationId: "1" }),
    ],
    [
      "with a body as large as a book",
      413,
      "kernel.too-large",
      () => post("/api/chat", { ...good(), question: "а".repeat(40_000) }),
    ],
    [
      "about a conversation that is not there",
      404,
      "tutor.no-conversation",
      () => post("/api/chat", { ...good(), followUp: true }),
    ],
    ["to resume what was never asked", 404, "tutor.no-exchange", () => post("/api/chat/resume", good())],
    ["to another address", 404, "kernel.no-such-address", () => post("/api/chatter", good())],
  ])("%s has status %i and the code %s", async (_what, status, code, send) => {
    const response = await send();
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ code });
    expect(response.headers.get("cache-control")).toBe("no-store");
  });

  test("because of a limit says when to come back", async () => {
    changed = { tutorSettings: { limits: { perMinute: 0, perDay: 9 } } };
    await (await post("/api/chat", good())).text();
    const response = await post("/api/chat", good());
    expect(response.status).toBe(429);
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
  });

  test("from a teacher is forbidden", async () => {
    const { schoolId } = world.pupil;
    const teacher = { role: "teacher", schoolId, staffId: systemIds.next("staff"), name: "Дулам" } as const;
    const { token } = await openSession({ ...world.as(), sessions: createSessionStore(world.table) } as never, {
      actor: teacher,
      device: "",
    });
    expect((await post("/api/chat", good(), { cookie: `ukhaan_session=${token}` })).status).toBe(403);
  });

  test("by a bug is a 500 that says nothing about it, logged once with the request's id", async () => {
    const logged: unknown[] = [];
    log = { ...silentLog, error: (message, fields) => void logged.push([message, fields]) };
    changed = { exchanges: { ...world.as().exchanges, claim: () => Promise.reject(new Error("secret detail")) } };
    const response = await post("/api/chat", good());
    expect(response.status).toBe(500);
    expect(await response.text()).toBe('{"code":"kernel.internal","details":{}}');
    expect(logged).toMatchObject([[expect.any(String), { requestId: response.headers.get("x-request-id") }]]);
  });
});
