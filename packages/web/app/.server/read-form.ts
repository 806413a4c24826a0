import { DomainError } from "@ukhaan/core/kernel";

/** The fields of a submitted form. Throws `invalid` (kernel.invalid-input) for a body that is none. */
export async function readForm(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch (error) {
    // What `formData` throws for another content type and for a body that breaks off.
    if (error instanceof TypeError) throw new DomainError("invalid", "kernel.invalid-input", {}, { cause: error });
    throw error;
  }
}

/**
 * What a form asks for, which must be one of `known`: a page that is older or newer than the server must not delete
 * because deleting happened to be the other branch. Throws `invalid` (kernel.invalid-input).
 */
export function readIntent<Intent extends string>(form: FormData, ...known: readonly Intent[]): Intent {
  const intent = known.find((one) => one === form.get("intent"));
  if (intent === undefined) throw new DomainError("invalid", "kernel.invalid-input", { field: "intent" });
  return intent;
}
