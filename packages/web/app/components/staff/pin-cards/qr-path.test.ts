import { encode } from "uqr";
import { expect, test } from "vitest";
import { qrPath } from "./qr-path.ts";

/** Which modules a path blackens. */
function painted(path: string, size: number): boolean[][] {
  const modules = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let step = 0; step < Number(width); step += 1) {
      const row = modules[Number(y)];
      if (row) row[Number(x) + step] = true;
    }
  }
  return modules;
}

test("the path blackens exactly the code's modules, inside a quiet zone of four", () => {
  const content = "https://ukhaan.mn/enter/AC34FG?s=stu_01J9ZK3T6Q8W5V2X7Y4N1M0PDB";
  const { path, size } = qrPath(content);
  const bare = encode(content, { ecc: "M", border: 0 });
  expect(size).toBe(bare.size + 8);
  const inner = painted(path, size)
    .slice(4, -4)
    .map((row) => row.slice(4, -4));
  expect(inner).toEqual(bare.data);
  expect(painted(path, size).flat().filter(Boolean)).toHaveLength(bare.data.flat().filter(Boolean).length);
});
