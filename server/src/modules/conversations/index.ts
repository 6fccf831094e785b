export {
  type Conversation,
  findOpenConversation,
  getConversation,
  openConversation,
  setOutcome,
} from "./conversation.ts";
export { handBack, handOver, takeOver } from "./ownership.ts";
export { type Message, messagesSince, say } from "./say.ts";
export {
  conversationHandedBack,
  conversationHandedOver,
  conversationOpened,
  conversationTakenOver,
  messageReceived,
} from "./schema.ts";
