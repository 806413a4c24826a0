import type { FormEvent } from "react";

/** What a form would send, with the button that was pressed; it is not sent by the browser then. */
export function formOf(event: FormEvent<HTMLFormElement>): FormData {
  event.preventDefault();
  const { submitter } = event.nativeEvent as SubmitEvent;
  return new FormData(event.currentTarget, submitter);
}
