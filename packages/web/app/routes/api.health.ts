/** Whether this program runs; asks nothing of anybody. */
export const loader = (): Response => Response.json({ status: "up" }, { headers: { "cache-control": "no-store" } });
