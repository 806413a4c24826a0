import { drawClassCode } from "./codes/class-code.ts";
import { drawPin } from "./pins/pin.ts";
import type { SecretDraw } from "./ports.ts";

/** PINs and class codes from the system's randomness. */
export const systemDraw: SecretDraw = { pin: drawPin, classCode: drawClassCode };
