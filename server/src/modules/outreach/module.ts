import { listedTopics, webhookTopics } from "#intake";
import { anyJob } from "#platform/jobs.ts";
import { defineModule } from "#platform/module.ts";
import { answer } from "#platform/questions.ts";
import { invariants } from "./invariants.ts";
import { catchUpJob, resolveJob, sendCampaignJob, sendReplyJob, settleDeliveryJob } from "./jobs.ts";
import { listedTexts, listedTextTopic } from "./listed-texts.ts";
import { routes } from "./routes.ts";
import { sendChanged } from "./schema.ts";
import { statusWebhook } from "./status-webhook.ts";

export const outreachModule = defineModule({
  name: "outreach",
  purpose:
    "The one way out: decides whether a person may be texted, sends it at most once, and knows what became of it.",
  uses: ["tenants", "compliance", "numbers", "intake", "contacts", "calls"],
  tables: [
    "excluded_callers",
    "send_decisions",
    "sender_lanes",
    "outbound_messages",
    "message_events",
    "unprompted_texts",
  ],
  facts: ["send_facts", "decision_facts", "message_event_facts"],
  permissions: {
    "excluded_callers.manage": { sentence: "say who is never texted", roles: ["owner", "admin", "operator"] },
  },
  routes,
  events: [sendChanged],
  jobs: [
    anyJob(sendReplyJob),
    anyJob(sendCampaignJob),
    anyJob(resolveJob),
    anyJob(settleDeliveryJob),
    anyJob(catchUpJob),
  ],
  answers: [
    answer(webhookTopics, statusWebhook),
    answer(webhookTopics, listedTextTopic),
    answer(listedTopics, listedTexts),
  ],
  invariants,
});
