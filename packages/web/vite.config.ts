import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

const app = fileURLToPath(new URL("./app", import.meta.url));

/** Native modules and SDK clients: loaded by Node as they are, never bundled into the server build. */
const serverExternals = [
  "@hyzyla/pdfium",
  "aws-jwt-verify",
  "electrodb",
  "openai",
  "pdfjs-dist",
  "sharp",
  "sqlite-vec",
  "sst",
  "ulidx",
];

/**
 * Small modules that most pages use travel as one file: on a slow link twenty requests cost more than their bytes.
 * Libraries are a file of their own, which stays in caches when only the app changes.
 */
function sharedChunk(id: string): string | undefined {
  if (/\/node_modules\/(@remix-run|react|react-dom|react-router|react-router-dom|scheduler|turbo-stream)\//.test(id)) {
    return "libraries";
  }
  return /\/packages\/web\/app\/(components|i18n)\/[^/]+\.tsx?$/.test(id) ? "shared" : undefined;
}

export default defineConfig(({ isSsrBuild }) => ({
  root: fileURLToPath(new URL(".", import.meta.url)),
  plugins: [
    tailwindcss(),
    remix({
      future: {
        v3_fetcherPersist: true,
        // The few routes come with the page: a question asked while offline must not need another request to find its own.
        v3_lazyRouteDiscovery: false,
        v3_relativeSplatPath: true,
        v3_routeConfig: true,
        v3_singleFetch: true,
        v3_throwAbortReason: true,
      },
    }),
  ],
  resolve: { alias: { "~": app } },
  // TypeScript sources of the workspace are compiled with the app; Node can't load them from node_modules.
  ssr: { noExternal: [/^@ukhaan\//], external: serverExternals },
  build: {
    target: "es2022",
    // Fonts as data: addresses would need a wider Content-Security-Policy.
    assetsInlineLimit: 0,
    rollupOptions: {
      external: [/^@aws-sdk\//, /^node:/],
      ...(!isSsrBuild && { output: { manualChunks: sharedChunk } }),
    },
  },
  // The whole list: looking for more would find what only loaders import (the AWS SDK among it), take seconds, and
  // reload the first page. A CommonJS package that components come to use must be added here.
  optimizeDeps: {
    noDiscovery: true,
    include: [
      "@remix-run/react",
      "eventsource-parser",
      "katex",
      "marked",
      "react",
      "react-dom",
      "react-dom/client",
      "react/jsx-dev-runtime",
      "react/jsx-runtime",
      "uqr",
    ],
  },
}));
