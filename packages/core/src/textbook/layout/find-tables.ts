import { leastConfidence, type Line, type Table } from "./page-text.ts";
import { writeRuns } from "./write-runs.ts";

/** Caption of a table, as Mongolian, Russian and English books print it. */
export const tableCaption = /^(?:Хүснэгт|Таблица|Table)\s*\d/u;

interface Cell {
  lines: Line[];
  x: number;
  x1: number;
  bottom: number;
}
interface Row {
  cells: Cell[];
  top: number;
  bottom: number;
}

/**
 * Finds tables among a page's lines: rows of cells side by side, straight after a caption or at least three rows with the
 * same columns. Lines that only share a baseline (wide gaps of justified text) stay lines.
 */
export function findTables(lines: readonly Line[]): (Line | Table)[] {
  const blocks: (Line | Table)[] = [];
  let index = 0;
  let captionAge = Number.POSITIVE_INFINITY;
  while (index < lines.length) {
    const line = lines[index];
    if (line === undefined) break;
    captionAge = tableCaption.test(writeRuns(line.runs)) ? 0 : captionAge + 1;
    // A caption may run over two lines before the first row.
    const read = captionAge === 0 ? undefined : readTable(lines, index, captionAge <= 3);
    if (read) {
      blocks.push(read.table);
      index = read.next;
      captionAge = Number.POSITIVE_INFINITY;
    } else {
      blocks.push(line);
      index += 1;
    }
  }
  return blocks;
}

function readTable(
  lines: readonly Line[],
  start: number,
  hasCaption: boolean,
): { table: Table; next: number } | undefined {
  const { rows, ends } = readRows(lines, start);
  // A lone cell at the end is the paragraph after the table.
  while (rows.length > 0 && (rows.at(-1)?.cells.length ?? 0) < 2) rows.pop();
  const next = ends[rows.length - 1];
  if (next === undefined || rows.length < (hasCaption ? 2 : 3) || !sharesColumns(rows)) return undefined;
  const cells = rows.flatMap((row) => row.cells);
  // Contents with dot leaders stand in columns too.
  if (cells.some((cell) => cell.lines.some((line) => /(?:[.·] ?){5}|…{2}/u.test(writeRuns(line.runs)))))
    return undefined;
  return {
    next,
    table: {
      kind: "table",
      rows: rows.map((row) => row.cells.map(cellText)),
      ...leastConfidence(...cells.flatMap((cell) => cell.lines)),
      x: Math.min(...cells.map((cell) => cell.x)),
      x1: Math.max(...cells.map((cell) => cell.x1)),
      top: Math.min(...rows.map((row) => row.top)),
      bottom: Math.max(...rows.map((row) => row.bottom)),
    },
  };
}

/** `ends[n]` is the index of the line after row n. */
function readRows(lines: readonly Line[], start: number): { rows: Row[]; ends: number[] } {
  const rows: Row[] = [];
  const ends: number[] = [];
  for (let index = start; index < lines.length; index += 1) {
    const line = lines[index];
    const row = rows.at(-1);
    const cell = row?.cells.at(-1);
    if (line === undefined) break;
    if (row === undefined || cell === undefined) {
      rows.push(beginRow(line));
    } else if (continuesCell(cell, line)) {
      cell.lines.push(line);
      grow(cell, row, line);
    } else if (line.x > cell.x1 && line.top < row.bottom && line.bottom > row.top) {
      row.cells.push(beginCell(line));
      row.top = Math.min(row.top, line.top);
      row.bottom = Math.max(row.bottom, line.bottom);
    } else if (row.cells.length > 1 && beginsRow(rows, row, line)) {
      rows.push(beginRow(line));
    } else {
      break;
    }
    ends[rows.length - 1] = index + 1;
  }
  return { rows, ends };
}

const beginCell = (line: Line): Cell => ({ lines: [line], x: line.x, x1: line.x1, bottom: line.bottom });
const beginRow = (line: Line): Row => ({ cells: [beginCell(line)], top: line.top, bottom: line.bottom });

function grow(cell: Cell, row: Row, line: Line): void {
  cell.x = Math.min(cell.x, line.x);
  cell.x1 = Math.max(cell.x1, line.x1);
  cell.bottom = Math.max(cell.bottom, line.bottom);
  row.bottom = Math.max(row.bottom, line.bottom);
  row.top = Math.min(row.top, line.top);
}

function continuesCell(cell: Cell, line: Line): boolean {
  const last = cell.lines.at(-1);
  if (last === undefined) return false;
  const pitch = line.y - last.y;
  const overlap = Math.min(line.x1, cell.x1) - Math.max(line.x, cell.x);
  return pitch > 0.5 * line.size && pitch < 1.6 * line.size && overlap > 0;
}

function beginsRow(rows: readonly Row[], row: Row, line: Line): boolean {
  const first = row.cells[0];
  const second = row.cells[1];
  if (first === undefined || second === undefined) return false;
  const isBelow = line.y > row.bottom - 0.3 * line.size && line.y - row.bottom < 3 * line.size;
  const starts = rows.map((each) => each.cells[0]?.x ?? 0);
  const isAtFirstColumn = line.x < second.x && line.x1 <= Math.max(second.x, columnStart(rows, 1)) + 1;
  return isBelow && isAtFirstColumn && line.x >= Math.min(...starts) - 2 * line.size;
}

function columnStart(rows: readonly Row[], column: number): number {
  return Math.max(...rows.map((row) => row.cells[column]?.x ?? 0));
}

/** Cells of a column lie above each other: at least the second cells of all rows overlap or start at one place. */
function sharesColumns(rows: readonly Row[]): boolean {
  const seconds = rows.flatMap((row) => row.cells[1] ?? []);
  const widest = seconds.reduce((wide, cell) => (cell.x1 - cell.x > wide.x1 - wide.x ? cell : wide));
  return seconds.every((cell) => Math.min(cell.x1, widest.x1) - Math.max(cell.x, widest.x) > 0);
}

function cellText(cell: Cell): string {
  return cell.lines
    .map((line) => writeRuns(line.runs))
    .join("\n")
    .replace(/(?<=\p{Ll})[\u00AD\u2010-]\n(?=\p{Ll})/gu, "")
    .replace(/\s+/g, " ");
}
