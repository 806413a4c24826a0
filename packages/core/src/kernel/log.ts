/** Structured log: a fixed message and fields. Never names, PINs, tokens or question text. */
export interface Log {
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  /** Also takes the error, whose stack is kept and whose message is not shown to anyone. */
  error(message: string, fields?: LogFields & { readonly error?: unknown }): void;
}
export type LogFields = Readonly<Record<string, unknown>>;

export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} };
