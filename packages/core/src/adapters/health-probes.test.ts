import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { linkedResource } from "../../../../tests/support/school-world.ts";
import { resourceOf } from "../../../../tests/support/stack-resources.ts";
import { testStack } from "../../../../tests/support/stack.ts";
import { askBuckets, askQueues, askUserPool } from "./health-probes.ts";

const soon = () => AbortSignal.timeout(5_000);

test("queues answer, and one that is gone is noticed", async () => {
  const { url } = resourceOf("InteractionQueue");
  await askQueues([url, resourceOf("FlagQueue").url])(soon());
  await expect(askQueues([url, `${url}-gone`])(soon())).rejects.toThrow();
});

test("buckets answer, and one that is gone is noticed", async () => {
  const { name } = resourceOf("Library");
  await askBuckets([name])(soon());
  await expect(askBuckets([name, "ukhaan-no-such-bucket"])(soon())).rejects.toThrow();
});

test("the user pool answers, and one that is gone is noticed", async () => {
  const { id: poolId } = linkedResource("StaffPool");
  const endpoint = testStack().endpoints.cognito;
  await askUserPool({ poolId, endpoint })(soon());
  await expect(askUserPool({ poolId, endpoint: "http://127.0.0.1:1" })(soon())).rejects.toThrow();
});

test("a service that accepts and never answers is cut off", async () => {
  const server = createServer(() => {});
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const startedMs = performance.now();
  const ask = askUserPool({ poolId: "local_1", endpoint });
  await expect(ask(AbortSignal.timeout(200))).rejects.toThrow();
  expect(performance.now() - startedMs).toBeLessThan(2_000);
  server.closeAllConnections();
  server.close();
});
