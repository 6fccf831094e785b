export {
  type Conversation,
  findOpenConversation,
  getConversation,
  setOutcome,
} from "./conversation.ts";
export { dialogueContext } from "./dialogue-context.ts";
export { type Message, messagesSince } from "./messages.ts";
export { expectsAnswer } from "./opt-out-words.ts";
export { handBack, handOver, takeOver } from "./ownership.ts";
export { say } from "./say.ts";
export {
  conversationHandedBack,
  conversationTakenOver,
  messageReceived,
} from "./schema.ts";
