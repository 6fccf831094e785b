import { defineModule } from "#platform/module.ts";
import { callAnswered, callEnded, callMissed, callStarted } from "./schema.ts";

export const callsModule = defineModule({
  name: "calls",
  purpose: "Keeps the ledger of every call and concludes from it which calls were answered and which were missed.",
  uses: ["tenants", "compliance", "numbers", "intake", "contacts"],
  tables: ["calls", "call_events", "call_participants", "call_metadata"],
  facts: ["call_facts"],
  permissions: {
    "calls.view": { sentence: "see calls", roles: ["owner", "admin", "operator", "user", "viewer"] },
  },
  events: [callStarted, callAnswered, callMissed, callEnded],
});
