import { dialogueContext } from "#conversations";
import { anyJob } from "#platform/jobs.ts";
import { defineModule } from "#platform/module.ts";
import { answer } from "#platform/questions.ts";
import { findContext } from "./queries.ts";
import { replyToCustomer } from "./reply.ts";
import { subscriptions } from "./subscriptions.ts";

export const dispatcherModule = defineModule({
  name: "dispatcher",
  purpose: "Takes a customer from the first words to a read-back, booked visit, or to a person.",
  uses: ["tenants", "compliance", "numbers", "contacts", "outreach", "conversations", "scheduling", "deals"],
  tables: ["dispatcher_sessions", "dispatcher_turns"],
  facts: ["dispatcher_turn_facts"],
  subscriptions,
  answers: [answer(dialogueContext, findContext)],
  jobs: [anyJob(replyToCustomer)],
});
