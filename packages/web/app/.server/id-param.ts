import { DomainError, type Id, type IdNoun, isId } from "@ukhaan/core/kernel";

/**
 * The id in an address. One that can't be an id names nothing: it throws `not-found` with `code`, as a missing one does,
 * instead of asking to check what was filled in.
 */
export function idParam<Noun extends IdNoun>(noun: Noun, value: string | undefined, code: string): Id<Noun> {
  if (value === undefined || !isId(noun, value)) throw new DomainError("not-found", code);
  return value;
}
