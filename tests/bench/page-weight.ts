import { execFile } from "node:child_process";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import type { ServerBuild } from "@remix-run/node";
import { buildWebIfStale, serverBuildFile, webDir } from "../../scripts/dev/build-web.ts";
import { type Figure, figure } from "./figure.ts";

const projectDir = fileURLToPath(new URL("../../", import.meta.url));
/** Inside node_modules, so that the bare app finds the same packages. */
const bareDir = join(projectDir, "node_modules/.cache/page-weight-bare");

/** Routes of `/chat` as a pupil opens it for the first time. */
const chatRoutes = ["root", "routes/_pupil", "routes/_pupil.chat.($conversationId)"];

interface Weight {
  readonly jsKib: number;
  readonly totalKib: number;
  readonly requests: number;
}

/**
 * What a browser fetches for the first view of the chat page: scripts of the page's routes, styles, fonts, icons and the
 * document itself as a request (its bytes depend on the pupil). Scripts that come on demand (maths, the Markdown lexer, the
 * page viewer) are not part of it. Baseline: a Remix app of one empty page, built with the same versions.
 */
export async function run(): Promise<Figure[]> {
  await buildWebIfStale();
  const chat = await weigh(webDir, serverBuildFile, chatRoutes);
  const bare = await weigh(bareDir, await buildBareApp(), ["root", "routes/_index"]);
  await rm(bareDir, { recursive: true, force: true });
  return [
    figure("page-weight.js", chat.jsKib, "KiB", bare.jsKib),
    figure("page-weight.total", chat.totalKib, "KiB", bare.totalKib),
    figure("page-weight.requests", chat.requests, "requests", bare.requests),
  ];
}

async function weigh(appDir: string, serverFile: string, routeIds: readonly string[]): Promise<Weight> {
  const { assets } = (await import(pathToFileURL(serverFile).href)) as ServerBuild;
  const routes = routeIds.map((id) => {
    const route = assets.routes[id];
    if (!route) throw new Error(`The build has no route ${id}`);
    return route;
  });
  const modules = [assets.entry, ...routes].flatMap(({ module, imports }) => [module, ...(imports ?? [])]);
  const clientDir = join(appDir, "build/client");
  const files = await readdir(join(clientDir, "assets"));
  const beside = [
    ...files
      .filter((file) => /^app-.*\.css$|^golos-text-.*\.woff2$|^icons-.*\.svg$/.test(file))
      .map((file) => `/assets/${file}`),
    ...(await readdir(clientDir))
      .filter((file) => /^favicon\.svg$|\.webmanifest$/.test(file))
      .map((file) => `/${file}`),
  ];
  const scripts = [...new Set(modules)];
  const sizes = (paths: readonly string[]) => Promise.all(paths.map((path) => sizeKib(join(clientDir, path))));
  const jsKib = sum(await sizes(scripts));
  return { jsKib, totalKib: jsKib + sum(await sizes(beside)), requests: 1 + scripts.length + beside.length };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

/** Size on the wire: fonts are compressed already, everything else travels by gzip. */
async function sizeKib(file: string): Promise<number> {
  const bytes = await readFile(file);
  return (file.endsWith(".woff2") ? bytes.length : gzipSync(bytes, { level: 9 }).length) / 1024;
}

/** Builds a Remix app with nothing in it; returns its server build. */
async function buildBareApp(): Promise<string> {
  await rm(bareDir, { recursive: true, force: true });
  await mkdir(join(bareDir, "app/routes"), { recursive: true });
  const config = await readFile(join(webDir, "vite.config.ts"), "utf8");
  const future = /future: \{[^}]*\}/.exec(config)?.[0] ?? "";
  const sources = {
    "package.json": '{ "type": "module", "private": true, "dependencies": { "isbot": "*" } }',
    "vite.config.js": `import { vitePlugin as remix } from "@remix-run/dev";
export default { plugins: [remix({ ${future} })] };`,
    "app/routes.ts": `import { flatRoutes } from "@remix-run/fs-routes"; export default flatRoutes();`,
    "app/root.tsx": `import { Links, Meta, Outlet, Scripts, ScrollRestoration } from "@remix-run/react";
export default function App() {
  return <html lang="mn"><head><Meta /><Links /></head><body><Outlet /><ScrollRestoration /><Scripts /></body></html>;
}`,
    "app/routes/_index.tsx": `export default function Page() { return <p>Ухаан</p>; }`,
    "app/entry.client.tsx": await readFile(join(webDir, "app/entry.client.tsx"), "utf8"),
    "app/entry.server.tsx": `export default function handle() { return new Response(""); }`,
  };
  for (const [file, source] of Object.entries(sources)) await writeFile(join(bareDir, file), source);
  const cli = join(projectDir, "node_modules/@remix-run/dev/dist/cli.js");
  const env = { ...process.env, NODE_ENV: "production" as const };
  await promisify(execFile)(process.execPath, [cli, "vite:build"], { cwd: bareDir, env });
  return join(bareDir, "build/server/index.js");
}
