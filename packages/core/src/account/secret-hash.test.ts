import { scryptSync } from "node:crypto";
import { expect, test } from "vitest";
import { hashSecret, verifySecret } from "./secret-hash.ts";

test("a secret fits its own hash only, and the hash does not show it", async () => {
  const hash = await hashSecret("4071");
  expect(hash).toMatch(/^scrypt\$14\$8\$1\$[\w-]{22}\$[\w-]{43}$/);
  expect(await verifySecret("4071", hash)).toBe(true);
  expect(await verifySecret("4072", hash)).toBe(false);
  expect(await verifySecret("", hash)).toBe(false);
});

test("two hashes of one secret differ", async () => {
  expect(await hashSecret("4071")).not.toBe(await hashSecret("4071"));
});

test("the cost is read from the hash, so that it can grow later", async () => {
  const key = scryptSync("4071", Buffer.alloc(16), 32, { N: 1024, r: 8, p: 1 }).toString("base64url");
  expect(await verifySecret("4071", `scrypt$10$8$1$AAAAAAAAAAAAAAAAAAAAAA$${key}`)).toBe(true);
});

test.each(["", "scrypt", "bcrypt$14$8$1$AAAA$AAAA", "scrypt$14$8$1$$"])("nothing fits %j", async (hash) => {
  expect(await verifySecret("", hash)).toBe(false);
});
