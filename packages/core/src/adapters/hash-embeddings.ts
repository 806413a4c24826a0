import { analyseWords } from "../textbook/analyse-text.ts";
import type { Embeddings } from "../textbook/ports.ts";

const dimensions = 512;
/** A gram says less than a stem, and there are many of them. */
const gramWeight = 0.5;

/**
 * Offline stand-in for an embedding model, named `hash512-v1`: stems and grams hashed into 512 signed dimensions, length 1.
 * Deterministic, needs no network, and finds nothing that the lexical search does not: it keeps the product whole
 * without a key. Its vectors are never mixed with a model's, see `PassageIndex`.
 */
export function createHashEmbeddings(): Embeddings {
  return {
    model: "hash512-v1",
    dimensions,
    embed: (texts) => Promise.resolve(texts.map(hashText)),
  };
}

function hashText(text: string): Float32Array {
  const words = analyseWords(text);
  const stems = words.map(({ stem }) => stem);
  const grams = words.flatMap((word) => word.grams);
  const weights = new Map<string, number>();
  const add = (feature: string, weight: number) => weights.set(feature, (weights.get(feature) ?? 0) + weight);
  for (const stem of stems) add(`s:${stem}`, 1);
  const perGram = gramWeight * Math.sqrt(stems.length / Math.max(1, grams.length));
  for (const gram of grams) add(`g:${gram}`, perGram);

  const vector = new Float32Array(dimensions);
  for (const [feature, weight] of weights) {
    const slot = hash(feature, 7) % dimensions;
    vector[slot] =
      (vector[slot] ?? 0) + (hash(feature, 99) % 2 === 0 ? 1 : -1) * (weight < 1 ? weight : 1 + Math.log(weight));
  }
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}

/** FNV-1a with a final mix, unsigned 32 bits. */
function hash(text: string, seed: number): number {
  let state = 2_166_136_261 ^ seed;
  for (let index = 0; index < text.length; index += 1) {
    state = Math.imul(state ^ text.charCodeAt(index), 16_777_619);
  }
  state = Math.imul(state ^ (state >>> 15), 2_246_822_507);
  return (state ^ (state >>> 13)) >>> 0;
}
