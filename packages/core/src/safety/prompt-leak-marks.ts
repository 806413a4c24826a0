/** Marks of the prompt that no honest answer carries: its canary (`tutor/answering/compose-prompt.ts`) and its delimiters. */
export const promptLeakMarks =
  /ukhaan-policy|<\/?(?:passages?|question|system)[\s>]|system prompt|my (?:system )?instructions (?:are|say)|you are ухаан, a patient tutor/u;
