export { addStaff } from "./add-staff.ts";
export { createClassroomStore } from "./classroom.store.ts";
export { enrolPupils } from "./enrol-pupils.ts";
export { findClassByCode } from "./find-class-by-code.ts";
export { issuePinCards } from "./issue-pin-cards.ts";
export { listClassrooms } from "./list-classrooms.ts";
export { openClassroom } from "./open-classroom.ts";
export { openSchool } from "./open-school.ts";
export type {
  ClassroomStore,
  PupilStore,
  SchoolPorts,
  SchoolStore,
  SecretDraw,
  StoredClassroom,
  StoredPupil,
  StoredSchool,
} from "./ports.ts";
export { createPupilStore } from "./pupil.store.ts";
export { readClassroom } from "./read-classroom.ts";
export { renewClassCode } from "./renew-class-code.ts";
export { resetPin } from "./reset-pin.ts";
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
export { signInWithPin } from "./sign-in-with-pin.ts";
export { withdrawPupil } from "./withdraw-pupil.ts";
