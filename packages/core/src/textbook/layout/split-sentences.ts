/**
 * Splits text into pieces of at most `limit` characters at sentence borders; only a sentence longer than the limit is cut
 * at a space. The pieces are even in length rather than one full and one tiny, and joined with a space give the text again.
 */
export function splitSentences(text: string, limit: number): string[] {
  if (text.length <= limit) return [text];
  const sentences = sentencesOf(text).flatMap((sentence) => cutAtSpaces(sentence, limit));
  const wanted = Math.ceil(text.length / Math.ceil(text.length / limit));
  const pieces: string[] = [];
  let piece = "";
  for (const sentence of sentences) {
    const joined = piece === "" ? sentence : `${piece} ${sentence}`;
    const isBalanced = piece.length >= wanted - sentence.length / 2;
    if (piece !== "" && (joined.length > limit || isBalanced)) {
      pieces.push(piece);
      piece = sentence;
    } else {
      piece = joined;
    }
  }
  return [...pieces, piece];
}

/** A full stop after one letter (initials) or a bare number (dates, list numbers) ends no sentence. */
function sentencesOf(text: string): string[] {
  return text.split(/(?<=(?:\p{L}{2}|[)»"”\d]{2}|[^\p{L}\d\s])[.?!…]+[»"”)]?) +(?=[«"“(]?[\p{Lu}\d])/u);
}

function cutAtSpaces(sentence: string, limit: number): string[] {
  const parts: string[] = [];
  let rest = sentence;
  while (rest.length > limit) {
    const space = rest.lastIndexOf(" ", limit);
    const end = space > limit / 2 ? space : limit;
    parts.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return [...parts, rest];
}
