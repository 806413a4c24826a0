/**
 * The script of the service worker. It keeps one page (help, fetched without cookies, so nobody's) with its style sheet,
 * and shows it when a page can't be reached. It never sees an answer, a form or a picture: everything but a navigation
 * that failed goes past it. `version` changes with each build, and with it the script: browsers then replace it.
 */
export function serviceWorkerScript(kept: readonly string[], version: string): string {
  return `"use strict";
const cacheName = ${JSON.stringify(`help-${version}`)};
const kept = ${JSON.stringify(["/help", ...kept])};

self.addEventListener("install", (event) => {
  event.waitUntil(keep().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(forgetOthers().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(fetch(request).catch(() => fromCache("/help")));
  else if (kept.includes(url.pathname)) event.respondWith(fetch(request).catch(() => fromCache(url.pathname)));
});

async function keep() {
  const cache = await caches.open(cacheName);
  for (const path of kept) {
    const response = await fetch(path, { credentials: "omit", cache: "no-cache" });
    if (!response.ok) throw new Error(path + ": " + response.status);
    await cache.put(path, response);
  }
}

async function forgetOthers() {
  for (const name of await caches.keys()) if (name !== cacheName) await caches.delete(name);
}

async function fromCache(path) {
  const cache = await caches.open(cacheName);
  return (await cache.match(path)) ?? Response.error();
}
`;
}

/** What ends a service worker for good in every browser that asks for its script: nothing kept, nothing registered. */
export const farewellScript = `"use strict";
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => {
  event.waitUntil(leave());
});

async function leave() {
  for (const name of await caches.keys()) await caches.delete(name);
  await self.registration.unregister();
}
`;
