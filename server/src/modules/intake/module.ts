import { anyJob } from "#platform/jobs.ts";
import { defineModule } from "#platform/module.ts";
import { answer } from "#platform/questions.ts";
import { lastHeard } from "#tenants";
import { drainInbox } from "./drain.ts";
import { mountHooks } from "./endpoint.ts";
import { everyReceiptHasItsWebhook } from "./invariants.ts";
import { lastWebhookAt } from "./last-heard.ts";
import { webhookLost } from "./reconciliation/alarm.ts";
import { reconcileJob } from "./reconciliation/job.ts";
import { keepReconciling } from "./reconciliation/keep-going.ts";
import { carrierAlert } from "./reconciliation/signals.ts";
import { inboxRetention } from "./retention.ts";
import { routes } from "./routes.ts";
import { webhookTopics } from "./topics.ts";

export const intakeModule = defineModule({
  name: "intake",
  purpose:
    "Accepts what carriers post: verified, stored before it is acted on, received once and in order; finds what was lost.",
  uses: ["tenants", "numbers"],
  tables: ["webhook_inbox", "webhook_receipts", "webhook_refusals", "sync_state", "repairs"],
  facts: ["webhook_facts", "twilio_webhook_inbox"],
  permissions: {
    "webhooks.view": { sentence: "see what went wrong with webhooks", roles: ["owner", "admin", "operator"] },
    "webhooks.manage": { sentence: "have webhooks received again", roles: ["owner", "admin", "operator"] },
  },
  routes,
  mountForMachines: mountHooks,
  events: [webhookLost],
  jobs: [anyJob(reconcileJob)],
  invariants: [everyReceiptHasItsWebhook],
  answers: [answer(lastHeard, { what: "webhook", at: lastWebhookAt }), answer(webhookTopics, carrierAlert)],
  services: [drainInbox, keepReconciling, inboxRetention],
});
