import type { access as source } from "../mn/access.ts";
import type { Translation } from "../words.ts";

export const access: Translation<typeof source> = {
  helpTitle: "Do you need help?",
  helpText: "You are not alone. There is somebody who will listen and help.",
  helpCall: "Call 108",
  helpCallName: "Child helpline: free, day and night",
  helpDanger: "In danger right now",
  helpPolice: "Police",
  helpAmbulance: "Ambulance",
  helpEmergency: "Emergency",
  helpAdults: "Tell an adult you trust: a parent, a grandparent, a teacher, the school's social worker, a doctor.",
  helpOffline: "This page opens without a network, too.",
  helpBack: "Back to Ukhaan",

  restingTitle: "Ukhaan is resting for a while",
  restingText: "Ask your teacher. Your books are open, and you can read what you asked before.",
  notSetUpTitle: "Ukhaan has not opened at your school yet",
  notSetUpText: "You can ask as soon as your school is ready. Until then, have a look at your books.",
  pausedTitle: "Let us take a break",
  pausedByTeacher: "Your teacher has paused the chat for a while. You can ask your teacher why.",
  pausedByLedger:
    "Your last questions did not fit a lesson, so the chat takes a break. It is all right: then we start afresh.",
  pausedLeft: "It opens by itself in {wait}.",
  pausedUntil: "It opens by itself at {time}.",
  pauseOver: "The break is over. You can ask now.",
  lockedTitle: "Talk with your teacher first",
  lockedText: "The chat is closed for now. Your teacher will open it after you have talked.",
  spentTitle: "You have worked a lot today",
  spentText: "Today's time is used up. Let us go on tomorrow. If you need more, tell your teacher.",
  stillHelp: "If you need help, 108 listens day and night. Help also comes when you write here.",
  openBooks: "Open my books",

  breakTitle: "How about a short rest?",
  breakText: "You have worked for {n} minutes without a break. Get up, rest your eyes, drink some water.",
  lateTitle: "It is late",
  lateText: "It is nearly time to sleep. The question will still be there tomorrow.",
  understood: "All right",
};
