import { createHash } from "node:crypto";
import { deps } from "~/.server/deps.ts";
import { farewellScript, serviceWorkerScript } from "~/.server/service-worker.ts";
import cyrillic from "~/assets/fonts/golos-text-cyrillic.woff2?url";
import { access as accessEn } from "~/i18n/en/access.ts";
import { access } from "~/i18n/mn/access.ts";
import styles from "~/styles/app.css?url";

/** Style sheet and font of the help page; their names change with their content. */
const kept = [styles, cyrillic];
const version = createHash("sha256")
  .update(JSON.stringify([kept, access, accessEn]))
  .digest("hex")
  .slice(0, 12);

/** The service worker's script, or the one that ends it everywhere (`UKHAAN_SERVICE_WORKER=off`). Asked for at each visit. */
export async function loader(): Promise<Response> {
  const { serviceWorker } = await deps();
  const script = serviceWorker === "off" ? farewellScript : serviceWorkerScript(kept, version);
  return new Response(script, {
    headers: {
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "no-cache",
      "x-content-type-options": "nosniff",
    },
  });
}
