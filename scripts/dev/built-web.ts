import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import { buildWebIfStale, serverBuildFile, webDir } from "./build-web.ts";
import { createStaticFiles } from "./static-files.ts";
import { answerWith, type WebHandler } from "./web-handler.ts";

/** The app by its production build: what runs on AWS, without CloudFront and Lambda around it. */
export async function startBuiltWeb(): Promise<WebHandler> {
  await buildWebIfStale();
  const build = (await import(pathToFileURL(serverBuildFile).href)) as ServerBuild;
  const handler = createRequestHandler(build, "production");
  const serveFile = createStaticFiles(join(webDir, "build/client"));
  return {
    async handle(incoming, response) {
      if (await serveFile(incoming, response)) return;
      await answerWith(handler, incoming, response);
    },
    stop: async () => undefined,
  };
}
