import { defineModule } from "#platform/module.ts";
import {
  conversationHandedBack,
  conversationHandedOver,
  conversationOpened,
  conversationTakenOver,
  messageReceived,
} from "./schema.ts";

export const conversationsModule = defineModule({
  name: "conversations",
  purpose: "Keeps the threads with customers: who wrote, who holds the pen, and the text that answers a missed call.",
  uses: ["tenants", "compliance", "numbers", "intake", "contacts", "calls", "outreach"],
  tables: ["conversations", "messages", "message_media", "conversation_events", "conversation_notes", "text_backs"],
  facts: ["conversation_facts", "message_facts", "text_back_facts"],
  events: [messageReceived, conversationOpened, conversationTakenOver, conversationHandedBack, conversationHandedOver],
});
