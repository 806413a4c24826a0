/** Cuts a growing text into whole sentences; the pieces joined are the text, character for character. */
export interface SentenceSplitter {
  /** Adds text and gives the sentences that are complete by now. */
  push(text: string): string[];
  /** What is left at the end. */
  end(): string[];
}

/** Screening needs a bounded piece: a "sentence" longer than this is cut at a space. */
const maxSentenceLength = 600;

/** Abbreviations that a capital letter or a number may follow. Before a small letter nothing ends anyway («гэх мэт. зүйл»). */
const abbreviation = /(?:^|[\s(«"])(?:зур|хүсн|жш|ж\.нь|жнь|м\.э|м\.э\.ө|н\.ө|т\.ө|e\.g|i\.e|vs|dr|mr|mrs|ms)\.$/iu;
/** «Зураг 1.1. Эсийн бүтэц», «Жишээ 2. …»: a number that belongs to the name after it. */
const numberedName = /(?:^|\s)(?:зураг|хүснэгт|жишээ|бүлэг|дасгал|бодлого|теорем)\s+\d+(?:\.\d+)*\.$/iu;
/** «Д. Нацагдорж», «Ц. Дамдинсүрэн»; also two letters: «Ж.Д. ». */
const initial = /(?:^|[\s(«".])\p{Lu}[\p{Ll}]?\.$/u;
/** «3. », «12) » at the start of a line is a list's number, not a sentence. */
const listNumber = /(?:^|\n)\s*\d{1,3}\.$/u;
/** Points that end no sentence. */
const inside = [abbreviation, numberedName, initial, listNumber];
const closers = /["»”')\]*_]/u;

export function createSentenceSplitter(): SentenceSplitter {
  let held = "";
  const take = (atEnd: boolean): string[] => {
    const sentences: string[] = [];
    for (let cut = sentenceEnd(held, atEnd); cut > 0; cut = sentenceEnd(held, atEnd)) {
      sentences.push(held.slice(0, cut));
      held = held.slice(cut);
    }
    return sentences;
  };
  return {
    push(text) {
      held += text;
      return take(false);
    },
    end() {
      const sentences = take(true);
      if (held) sentences.push(held);
      held = "";
      return sentences;
    },
  };
}

/** All sentences of a finished text. */
export function splitSentences(text: string): string[] {
  const splitter = createSentenceSplitter();
  return [...splitter.push(text), ...splitter.end()];
}

/** Length of the first whole sentence with the space after it; 0 while none is whole. */
function sentenceEnd(text: string, atEnd: boolean): number {
  let inMaths = false;
  // Space before the sentence belongs to it: models like to begin with an empty line.
  for (let index = skip(text, 0, /\s/u); index < text.length; index += 1) {
    const letter = text[index];
    if (letter === "$" && text[index - 1] !== "\\") {
      inMaths = !inMaths;
      if (text[index + 1] === "$") index += 1;
    }
    // Maths never crosses a blank line: a lone price sign must not hold the rest of the answer back.
    if (letter === "\n" && text[index + 1] === "\n") inMaths = false;
    if (inMaths) continue;
    if (letter === "\n") {
      const next = skip(text, index, /\s/u);
      if (next < text.length) return next;
    } else if (letter === "." || letter === "!" || letter === "?" || letter === "…") {
      const cut = afterTerminator(text, index, atEnd);
      if (cut > 0) return cut;
    }
  }
  if (text.length <= maxSentenceLength) return 0;
  const space = text.lastIndexOf(" ", maxSentenceLength);
  return space > 0 ? space + 1 : maxSentenceLength;
}

/** Where the sentence ends whose point stands at `index`; 0 when it does not end there, or more text must come first. */
function afterTerminator(text: string, index: number, atEnd: boolean): number {
  let end = skip(text, index + 1, /[.!?…]/u);
  end = skip(text, end, closers);
  end = withCitations(text, end);
  if (end >= text.length) return atEnd ? text.length : 0;
  if (!/\s/u.test(text[end] ?? "")) return 0;
  const next = skip(text, end, /\s/u);
  if (next >= text.length) return atEnd ? text.length : 0;
  const upTo = text.slice(0, index + 1);
  if (text[index] === "." && inside.some((kind) => kind.test(upTo))) return 0;
  // A citation may still be on its way: «… байна. [1]».
  if (text[next] === "[") {
    const cited = withCitations(text, end);
    if (cited === end) return /^\[[\d,\s]*$/u.test(text.slice(next)) && !atEnd ? 0 : next;
    const following = skip(text, cited, /\s/u);
    return following >= text.length && !atEnd ? 0 : following;
  }
  return /\p{Ll}/u.test(text[next] ?? "") ? 0 : next;
}

/** Position after «[1]», «[1][2]», «[1, 2]» that follow, spaces before them included. */
function withCitations(text: string, from: number): number {
  return from + (/^(?:\s*\[\d{1,2}(?:,\s*\d{1,2})*\][.,;]?)*/u.exec(text.slice(from, from + 60))?.[0].length ?? 0);
}

function skip(text: string, from: number, kind: RegExp): number {
  let index = from;
  while (index < text.length && kind.test(text[index] ?? "")) index += 1;
  return index;
}
