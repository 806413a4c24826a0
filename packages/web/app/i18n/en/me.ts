import type { me as source } from "../mn/me.ts";
import type { Translation } from "../words.ts";

export const me: Translation<typeof source> = {
  title: "My corner",
  classTitle: "Class",
  devices: "Signed-in devices",
  devicesHint: "If you don't know a device, sign it out and tell your teacher.",
  thisDevice: "This device",
  unknownDevice: "Unknown device",
  lastSeen: "Last seen: {when}",
  signOutDevice: "Sign out",
  signOutDeviceNamed: "{device}: sign out",
  signOutEverywhere: "Sign out of all devices",
  display: "Display",
  privacyTitle: "Who can see what",
  privacyText:
    "Your questions and answers are kept. Responsible adults at your school can see chats that may mean danger, so that they can help you. Don't write your name, phone number or address in the chat.",
};
