import { inkBelow, type Raster } from "./raster.ts";

/** Dots between a title of the contents and its page number; pixels. */
export interface DotLeader {
  readonly x: number;
  readonly x1: number;
  readonly y: number;
}

interface Speck {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly pixels: readonly number[];
}

/** Inches: widest dot, and the widest gap from one dot of a leader to the next. */
const widestDot = 0.032;
const widestGap = 0.14;
const fewestDots = 6;

/** Whitens specks of dirt and the dot leaders of printed contents in place, and says where leaders stood. */
export function eraseDots(raster: Raster, dpi: number): readonly DotLeader[] {
  const specks = findSpecks(raster, Math.ceil(widestDot * dpi));
  const dirt = specks.filter(({ size }) => size <= Math.max(1, Math.round((dpi / 100) ** 2)));
  for (const speck of dirt) erase(raster, speck);
  const dots = specks.filter((speck) => !dirt.includes(speck));
  const gap = widestGap * dpi;
  const leaders: DotLeader[] = [];
  for (const chain of chainsOf(dots, gap)) {
    const xs = chain.map(({ x }) => x);
    const y = chain[Math.floor(chain.length / 2)]?.y ?? 0;
    let [x, x1] = [Math.min(...xs), Math.max(...xs)];
    // Dots that a smudge parted from the others belong to the leader too.
    for (const dot of dots) {
      if (Math.abs(dot.y - y) > 0.02 * dpi || dot.x < x - 2 * gap || dot.x > x1 + 2 * gap) continue;
      [x, x1] = [Math.min(x, dot.x), Math.max(x1, dot.x)];
      erase(raster, dot);
    }
    const before = leaders.findIndex(
      (leader) => Math.abs(leader.y - y) <= 0.02 * dpi && leader.x < x1 + 4 * gap && leader.x1 > x - 4 * gap,
    );
    const other = leaders[before];
    if (other) leaders[before] = { x: Math.min(x, other.x), x1: Math.max(x1, other.x1), y };
    else leaders.push({ x, x1, y });
  }
  return leaders;
}

/** Ink no wider and no higher than `widest` with paper all around. */
function findSpecks({ data, width, height }: Raster, widest: number): Speck[] {
  const seen = new Uint8Array(data.length);
  const specks: Speck[] = [];
  const stack: number[] = [];
  for (let start = 0; start < data.length; start += 1) {
    if (seen[start] === 1 || (data[start] ?? 255) >= inkBelow) continue;
    const pixels: number[] = [];
    let [left, right, top, bottom] = [width, 0, height, 0];
    stack.push(start);
    seen[start] = 1;
    while (stack.length > 0) {
      const at = stack.pop() ?? 0;
      const x = at % width;
      const y = (at - x) / width;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
      if (pixels.length <= widest * widest) pixels.push(at);
      for (let dy = -1; dy <= 1; dy += 1) {
        for (let dx = -1; dx <= 1; dx += 1) {
          const next = at + dy * width + dx;
          if (x + dx < 0 || x + dx >= width || next < 0 || next >= data.length) continue;
          if (seen[next] === 1 || (data[next] ?? 255) >= inkBelow) continue;
          seen[next] = 1;
          stack.push(next);
        }
      }
    }
    if (right - left < widest && bottom - top < widest) {
      specks.push({ x: (left + right) / 2, y: (top + bottom) / 2, size: pixels.length, pixels });
    }
  }
  return specks;
}

/** Rows of at least six specks at one height and at even distances. */
function chainsOf(specks: readonly Speck[], gap: number): Speck[][] {
  const rows = new Map<number, Speck[]>();
  for (const speck of specks) {
    const row = Math.round(speck.y / 4);
    rows.set(row, [...(rows.get(row) ?? []), speck]);
  }
  const used = new Set<Speck>();
  const chains: Speck[][] = [];
  for (const row of rows.keys()) {
    const near = [...(rows.get(row) ?? []), ...(rows.get(row + 1) ?? [])]
      .filter((speck) => !used.has(speck))
      .sort((a, b) => a.x - b.x);
    let chain: Speck[] = [];
    const close = () => {
      if (chain.length >= fewestDots) {
        chains.push(chain);
        for (const speck of chain) used.add(speck);
      }
      chain = [];
    };
    for (const speck of near) {
      const last = chain.at(-1);
      if (last && speck.x - last.x > gap) close();
      chain.push(speck);
    }
    close();
  }
  return chains;
}

function erase({ data, width }: Raster, { pixels }: Speck): void {
  for (const pixel of pixels) {
    // The grey rim goes too.
    for (const around of [pixel - width, pixel - 1, pixel, pixel + 1, pixel + width]) {
      if (around >= 0 && around < data.length) data[around] = 255;
    }
  }
}
