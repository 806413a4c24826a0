export { addStaff } from "./add-staff.ts";
export { createAiSwitchStore } from "./ai-switch.store.ts";
export { type ChatAccess, chatAccess, type ChatGate, createChatGate } from "./chat-access.ts";
export { createClassroomStore } from "./classroom.store.ts";
export { confirmSafeguard } from "./confirm-safeguard.ts";
export { enrolPupils } from "./enrol-pupils.ts";
export { findClassByCode } from "./find-class-by-code.ts";
export { issuePinCards } from "./issue-pin-cards.ts";
export { listClassrooms } from "./list-classrooms.ts";
export { listSafeguardCandidates } from "./list-safeguard-candidates.ts";
export { nameSafeguard } from "./name-safeguard.ts";
export { openClassroom } from "./open-classroom.ts";
export { openSchool } from "./open-school.ts";
export { type ClassStaff, ownClassroom } from "./own-classroom.ts";
export type {
  AiSwitch,
  AiSwitchStore,
  ClassroomStore,
  PupilStore,
  SchoolPorts,
  SchoolStore,
  SecretDraw,
  StoredClassroom,
  StoredPupil,
  StoredSafeguard,
  StoredSchool,
} from "./ports.ts";
export { createPupilStore } from "./pupil.store.ts";
export { readAiSwitch } from "./read-ai-switch.ts";
export { readClassroom } from "./read-classroom.ts";
export { readSafeguard } from "./read-safeguard.ts";
export { renewClassCode } from "./renew-class-code.ts";
export { resetPin } from "./reset-pin.ts";
export { type SafeguardDuty, safeguardDuty } from "./safeguard-duty.ts";
export { partOf as safeguardPartOf } from "./safeguard-school.ts";
export type {
  ClassByCode,
  ClassroomDetail,
  ClassroomView,
  PinCard,
  PinSignIn,
  PupilView,
  SchoolView,
} from "./schema.ts";
export { createSchoolStore } from "./school.store.ts";
export { setSafeguardAway } from "./set-safeguard-away.ts";
export { signInWithPin } from "./sign-in-with-pin.ts";
export { switchAi } from "./switch-ai.ts";
export { withdrawPupil } from "./withdraw-pupil.ts";
