import { createChatHandler } from "./chat-handler.ts";
import { chatDeps } from "./deps.ts";

/** Answers a pupil's question (function URL with response streaming). */
export const handler = awslambda.streamifyResponse(createChatHandler(chatDeps));
