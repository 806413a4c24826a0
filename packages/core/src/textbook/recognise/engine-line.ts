/** A line as the engine found it; pixels of the straightened picture, origin at the top left. */
export interface EngineLine {
  readonly baseline: number;
  readonly words: readonly EngineWord[];
}

export interface EngineWord {
  readonly text: string;
  /** 0..100. */
  readonly confidence: number;
  readonly x: number;
  readonly x1: number;
  readonly top: number;
  readonly bottom: number;
}
