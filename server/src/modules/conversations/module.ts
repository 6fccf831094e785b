import { listedTopics, webhookTopics } from "#intake";
import { correspondence } from "#outreach";
import { anyJob } from "#platform/jobs.ts";
import { defineModule } from "#platform/module.ts";
import { answer } from "#platform/questions.ts";
import { correspondenceOfThreads } from "./correspondence.ts";
import { everyMissedCallIsAnswered } from "./invariants.ts";
import { lookUpLineJob } from "./line-type.ts";
import { listedInbound } from "./listed-inbound.ts";
import { fetchMediaJob } from "./media.ts";
import { textTopics } from "./receive-text.ts";
import { routes } from "./routes.ts";
import {
  conversationHandedBack,
  conversationHandedOver,
  conversationOpened,
  conversationTakenOver,
  messageReceived,
} from "./schema.ts";
import { mountMedia } from "./serve-media.ts";
import { subscriptions } from "./subscriptions.ts";

export const conversationsModule = defineModule({
  name: "conversations",
  purpose: "Keeps the threads with customers: who wrote, who holds the pen, and the text that answers a missed call.",
  uses: ["tenants", "compliance", "numbers", "intake", "contacts", "calls", "outreach"],
  tables: ["conversations", "messages", "message_media", "conversation_events", "conversation_notes", "text_backs"],
  facts: ["conversation_facts", "message_facts", "text_back_facts"],
  permissions: {
    "conversations.view": { sentence: "read conversations", roles: ["owner", "admin", "operator", "user", "viewer"] },
    "conversations.write": { sentence: "write to customers", roles: ["owner", "admin", "operator", "user"] },
  },
  routes,
  mount: mountMedia,
  events: [messageReceived, conversationOpened, conversationTakenOver, conversationHandedBack, conversationHandedOver],
  subscriptions,
  jobs: [anyJob(fetchMediaJob), anyJob(lookUpLineJob)],
  invariants: [everyMissedCallIsAnswered],
  answers: [
    answer(correspondence, correspondenceOfThreads),
    answer(listedTopics, listedInbound),
    ...textTopics.map((topic) => answer(webhookTopics, topic)),
  ],
});
