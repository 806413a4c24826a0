/** Something at start that the person at the keyboard can mend; its message is one sentence, shown without a stack. */
export class StartProblem extends Error {
  override readonly name = "StartProblem";
}
