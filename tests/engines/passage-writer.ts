import { createSqlitePassageIndex } from "../../packages/core/src/adapters/sqlite-passage-index.ts";
import { indexed, somePassage } from "./passage-fixtures.ts";

/** The writing process of `sqlite-passage-index.test.ts`; it is killed from outside. */
const index = createSqlitePassageIndex({ file: process.argv[2] ?? "", model: "hash512-v1", dimensions: 512 });
for (;;) {
  await index.add(await indexed(Array.from({ length: 10 }, (_unused, at) => somePassage({ text: `Хурд ${at}.` }))));
  process.stdout.write("batch\n");
}
