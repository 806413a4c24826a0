import type { Server } from "node:http";
import { join } from "node:path";
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import { createServer, type ViteDevServer } from "vite";
import { projectDir } from "./options.ts";
import { answerWith, type WebHandler } from "./web-handler.ts";

export interface ViteWeb extends WebHandler {
  /** Loads a module of the project, and again after it or what it imports has changed. */
  readonly load: (file: string) => Promise<unknown>;
}

const webDir = join(projectDir, "packages/web");

/** The app by Vite: sources as they are, changes shown at once. Its web socket shares the server's port. */
export async function startViteWeb(server: Server, options: { readonly anyHost: boolean }): Promise<ViteWeb> {
  const vite = await createServer({
    root: webDir,
    configFile: join(webDir, "vite.config.ts"),
    server: { middlewareMode: true, hmr: { server }, ...(options.anyHost ? { allowedHosts: true } : {}) },
    clearScreen: false,
    logLevel: "warn",
  });
  return {
    load: (file) => vite.ssrLoadModule(file),
    async handle(incoming, response) {
      const isAnswered = await runMiddlewares(vite, incoming, response);
      if (isAnswered) return;
      const build = (await vite.ssrLoadModule("virtual:remix/server-build")) as ServerBuild;
      await answerWith(createRequestHandler(build, "development"), incoming, response);
    },
    stop: () => vite.close(),
  };
}

/** @returns whether Vite answered the request: one of its own modules or assets */
function runMiddlewares(
  vite: ViteDevServer,
  ...[incoming, response]: Parameters<WebHandler["handle"]>
): Promise<boolean> {
  return new Promise((resolve, reject) => {
    response.once("close", () => resolve(true));
    vite.middlewares(incoming, response, (error?: unknown) => {
      if (error) reject(error);
      else resolve(false);
    });
  });
}
