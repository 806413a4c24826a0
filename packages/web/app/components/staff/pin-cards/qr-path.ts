import { encode } from "uqr";

/** Quiet zone that scanners need, in modules (ISO/IEC 18004). */
const quiet = 4;

/** A QR code as one SVG path; `size` is the side of its view box. One rectangle a run of modules keeps the page light. */
export function qrPath(content: string): { readonly path: string; readonly size: number } {
  const { data, size } = encode(content, { ecc: "M", border: 0 });
  const runs = data.flatMap((row, y) =>
    runsOf(row).map(([x, width]) => `M${x + quiet} ${y + quiet}h${width}v1h-${width}z`),
  );
  return { path: runs.join(""), size: size + 2 * quiet };
}

function runsOf(row: readonly boolean[]): [x: number, width: number][] {
  const runs: [number, number][] = [];
  for (const [x, dark] of row.entries()) {
    if (!dark) continue;
    const last = runs.at(-1);
    if (last && last[0] + last[1] === x) last[1] += 1;
    else runs.push([x, 1]);
  }
  return runs;
}
