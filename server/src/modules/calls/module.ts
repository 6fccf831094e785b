import { listedTopics, webhookTopics } from "#intake";
import { anyJob } from "#platform/jobs.ts";
import { defineModule } from "#platform/module.ts";
import { answer } from "#platform/questions.ts";
import { lastHeard } from "#tenants";
import { listedCalls, listedLegs } from "./compare-listed.ts";
import { invariants } from "./invariants.ts";
import { lastCallAt } from "./last-heard.ts";
import { callsOfLedger } from "./replay.ts";
import { routes } from "./routes.ts";
import { callAnswered, callEnded, callMissed, callStarted } from "./schema.ts";
import { settleCall } from "./settle.ts";
import { callTopics } from "./topics.ts";

export const callsModule = defineModule({
  name: "calls",
  purpose: "Keeps the ledger of every call and concludes from it which calls were answered and which were missed.",
  uses: ["tenants", "compliance", "numbers", "intake", "contacts"],
  tables: ["calls", "call_events", "call_participants", "call_metadata"],
  facts: ["call_facts", "call_event_facts", "call_leg_facts"],
  permissions: {
    "calls.view": { sentence: "see calls", roles: ["owner", "admin", "operator", "user", "viewer"] },
  },
  routes,
  answers: [
    ...callTopics.map((topic) => answer(webhookTopics, topic)),
    answer(listedTopics, listedCalls),
    answer(listedTopics, listedLegs),
    answer(lastHeard, { what: "call", at: lastCallAt }),
  ],
  jobs: [anyJob(settleCall)],
  invariants,
  projections: [callsOfLedger],
  events: [callStarted, callAnswered, callMissed, callEnded],
});
