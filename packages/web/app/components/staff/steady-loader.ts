import type { ClientLoaderFunctionArgs } from "@remix-run/react";

/**
 * A `clientLoader` for pages that load again by themselves: while the connection is down they keep what they show, instead of
 * giving way to an error page. Refusals and bugs of the server pass through.
 */
export function steadyLoader() {
  let last: { readonly url: string; readonly data: unknown } | undefined;
  async function load({ request, serverLoader }: ClientLoaderFunctionArgs): Promise<unknown> {
    try {
      const data: unknown = await serverLoader();
      last = { url: request.url, data };
      return data;
    } catch (error) {
      // `fetch` answers a lost connection with a TypeError.
      if (error instanceof TypeError && last?.url === request.url) return last.data;
      throw error;
    }
  }
  // So that the page's first data, which came with the HTML, is known too.
  return Object.assign(load, { hydrate: true as const });
}
