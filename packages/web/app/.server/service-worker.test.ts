import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { farewellScript, serviceWorkerScript } from "./service-worker.ts";

const origin = "https://ukhaan.example";

interface FakeRequest {
  readonly method: string;
  readonly mode: string;
  readonly url: string;
}

/** Runs a worker's script over stores that can be looked into, in a network that can be cut. */
function runWorker(script: string, stores: Map<string, Map<string, unknown>> = new Map()) {
  const listeners = new Map<string, (event: object) => void>();
  const fetched: { path: string; credentials: string | undefined }[] = [];
  let down = false;
  let registered = true;
  const self = {
    location: { origin },
    addEventListener: (name: string, listener: (event: object) => void) => listeners.set(name, listener),
    skipWaiting: async () => undefined,
    clients: { claim: async () => undefined },
    registration: { unregister: async () => void (registered = false) },
  };
  const fake = {
    self,
    URL,
    Response: { error: () => "no page" },
    caches: {
      keys: async () => [...stores.keys()],
      delete: async (name: string) => stores.delete(name),
      open: async (name: string) => {
        const store = stores.get(name) ?? new Map<string, unknown>();
        stores.set(name, store);
        return {
          put: async (key: string, page: unknown) => void store.set(key, page),
          match: async (key: string) => store.get(key),
        };
      },
    },
    fetch: async (what: string | FakeRequest, init?: { credentials?: string }) => {
      if (down) throw new TypeError("Failed to fetch");
      const path = typeof what === "string" ? what : new URL(what.url).pathname;
      fetched.push({ path, credentials: init?.credentials });
      return { ok: true, of: path };
    },
  };
  runInNewContext(script, fake);
  const wait = async (name: string) => {
    let waiting: Promise<unknown> | undefined;
    listeners.get(name)?.({ waitUntil: (promise: Promise<unknown>) => (waiting = promise) });
    await waiting;
  };
  const ask = async (request: FakeRequest): Promise<unknown> => {
    let answer: unknown = "left alone";
    listeners.get("fetch")?.({ request, respondWith: (given: unknown) => (answer = given) });
    return answer;
  };
  return { wait, ask, fetched, stores, cut: () => void (down = true), isRegistered: () => registered };
}

const page = (path: string): FakeRequest => ({ method: "GET", mode: "navigate", url: origin + path });

async function installed() {
  const worker = runWorker(serviceWorkerScript(["/assets/app-1.css"], "one"), new Map([["help-zero", new Map()]]));
  await worker.wait("install");
  await worker.wait("activate");
  return worker;
}

test("it keeps the help page, fetched as nobody, and its style sheet; an older keeping goes", async () => {
  const { fetched, stores } = await installed();
  expect(fetched).toEqual([
    { path: "/help", credentials: "omit" },
    { path: "/assets/app-1.css", credentials: "omit" },
  ]);
  expect([...stores.keys()]).toEqual(["help-one"]);
});

test("a page that can be reached comes from the server and is not kept", async () => {
  const { ask, stores } = await installed();
  expect(await ask(page("/chat"))).toEqual({ ok: true, of: "/chat" });
  expect([...(stores.get("help-one")?.keys() ?? [])]).toEqual(["/help", "/assets/app-1.css"]);
});

test("a page that can't be reached is help, styled", async () => {
  const { ask, cut } = await installed();
  cut();
  expect(await ask(page("/chat"))).toEqual({ ok: true, of: "/help" });
  const style = { method: "GET", mode: "no-cors", url: `${origin}/assets/app-1.css` };
  expect(await ask(style)).toEqual({ ok: true, of: "/assets/app-1.css" });
});

test.each([
  ["a question", { method: "POST", mode: "cors", url: `${origin}/api/chat` }],
  ["a form", { method: "POST", mode: "navigate", url: `${origin}/sign-out` }],
  ["a page's data", { method: "GET", mode: "cors", url: `${origin}/chat.data` }],
  ["a picture of a book", { method: "GET", mode: "no-cors", url: "https://files.example/page.webp" }],
])("%s goes past it", async (_, request) => {
  const { ask } = await installed();
  expect(await ask(request)).toBe("left alone");
});

test("the farewell leaves nothing behind and answers nothing", async () => {
  const worker = runWorker(farewellScript, new Map([["help-one", new Map([["/help", {}]])]]));
  await worker.wait("install");
  await worker.wait("activate");
  expect(worker.stores.size).toBe(0);
  expect(worker.isRegistered()).toBe(false);
  expect(await worker.ask(page("/chat"))).toBe("left alone");
});
