import { defineModule } from "#platform/module.ts";
import { sendChanged } from "./schema.ts";

export const outreachModule = defineModule({
  name: "outreach",
  purpose:
    "The one way out: decides whether a person may be texted, sends it at most once, and knows what became of it.",
  uses: ["tenants", "compliance", "numbers", "intake", "contacts", "calls"],
  tables: ["excluded_callers", "send_decisions", "sender_lanes", "outbound_messages", "message_events"],
  facts: ["send_facts", "decision_facts"],
  events: [sendChanged],
});
