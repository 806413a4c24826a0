/** Text inside a paragraph. No HTML anywhere: what a model writes becomes these nodes or plain text. */
export type Inline =
  | { readonly t: "text" | "code" | "math"; readonly v: string }
  | { readonly t: "strong" | "em" | "del"; readonly c: readonly Inline[] }
  /** `[1]`: citation number. */
  | { readonly t: "cite"; readonly n: number }
  | { readonly t: "br" };

/** A block of an answer; plain data, so that a loader can send it. */
export type Block =
  | { readonly t: "p" | "h"; readonly c: readonly Inline[] }
  | { readonly t: "list"; readonly start?: number; readonly items: readonly (readonly Block[])[] }
  | { readonly t: "quote"; readonly c: readonly Block[] }
  | { readonly t: "code" | "math"; readonly v: string }
  | {
      readonly t: "table";
      readonly head: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    }
  | { readonly t: "hr" };
