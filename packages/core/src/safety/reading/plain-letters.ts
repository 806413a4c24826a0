/** A text in plain lower-case letters, each of them knowing which characters of the text it stands for. */
export interface PlainLetters {
  readonly letters: string;
  /** Where each letter's characters begin and end in the text. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** The text turns the direction of reading round: what is seen is not what is stored. */
  readonly isReversed: boolean;
}

/** Stands for a picture: it may be put between the letters of a word. */
export const picture = "\uE000";

const invisible = /^\p{Default_Ignorable_Code_Point}/u;
const pictured = /^\p{Extended_Pictographic}/u;
const smallCapitals = "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫʀꜱᴛᴜᴠᴡʏᴢ";
const ofSmallCapitals = "abcdefghijklmnopqrstuvwyz";
/** Marks beyond these say nothing about the letter that carries them. */
const mostMarks = 3;
const reversing = 0x202e;

/**
 * Reads any way of writing letters as plain ones: case, full width, mathematical alphabets, circled and flag letters, marks
 * above and below, invisible signs. Letters that are Mongolian keep their marks (й, ё; ö and ü of Latin typing).
 */
export function toPlainLetters(text: string): PlainLetters {
  const from: number[] = [];
  const to: number[] = [];
  const parts: string[] = [];
  let isReversed = false;
  for (let at = 0; at < text.length;) {
    const code = text.codePointAt(at) ?? 0;
    let end = at + (code > 0xffff ? 2 : 1);
    let plain: string;
    const simple = isMark(text.charCodeAt(end)) ? undefined : simpleLetter(code);
    if (simple === undefined) {
      let marks = 0;
      let kept = end;
      for (; end < text.length && isMark(text.charCodeAt(end)); end += 1) {
        marks += 1;
        if (marks <= mostMarks) kept = end + 1;
      }
      isReversed ||= code === reversing;
      plain = unusual(text.slice(at, kept), code);
    } else plain = simple;
    for (let unit = 0; unit < plain.length; unit += 1) {
      from.push(at);
      to.push(end);
    }
    parts.push(plain);
    at = end;
  }
  return { letters: parts.join(""), from, to, isReversed };
}

const isMark = (code: number): boolean =>
  (code >= 0x300 && code <= 0x36f) ||
  (code >= 0x483 && code <= 0x489) ||
  (code >= 0x1ab0 && code <= 0x1aff) ||
  (code >= 0x1dc0 && code <= 0x1dff) ||
  (code >= 0x20d0 && code <= 0x20ff) ||
  (code >= 0xfe00 && code <= 0xfe0f) ||
  (code >= 0xfe20 && code <= 0xfe2f);

/** Almost every letter is one of these: they need no look at Unicode's tables. */
function simpleLetter(code: number): string | undefined {
  if (code < 0x80) return String.fromCharCode(code >= 0x41 && code <= 0x5a ? code + 32 : code);
  if (code >= 0x410 && code <= 0x44f) return String.fromCharCode(code < 0x430 ? code + 32 : code);
  if (code === 0x4ae || code === 0x4af) return "ү";
  if (code === 0x4e8 || code === 0x4e9) return "ө";
  if (code === 0x401 || code === 0x451) return "ё";
  return undefined;
}

function unusual(cluster: string, code: number): string {
  if (code >= 0xd800 && code <= 0xdfff) return "";
  if (invisible.test(cluster)) return "";
  if (code >= 0x1f1e6 && code <= 0x1f1ff) return String.fromCharCode(code - 0x1f1e6 + 0x61);
  const small = smallCapitals.indexOf(cluster);
  if (small >= 0) return ofSmallCapitals[small] ?? cluster;
  if (pictured.test(cluster)) return picture;
  const composed = cluster.normalize("NFKC").toLowerCase().normalize("NFC");
  if (/^[йёöüšžč]$/u.test(composed)) return composed;
  return composed.normalize("NFD").replace(/\p{M}/gu, "");
}
