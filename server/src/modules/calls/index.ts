export { answeredOrOutboundSince, type Call, getCall, linkConversation } from "./calls.ts";
export { MISSED_REASONS, type MissedReason } from "./missed.ts";
export { callAnswered, callEnded, callMissed, callStarted } from "./schema.ts";
export { textBackSentence } from "./text-back-words.ts";
