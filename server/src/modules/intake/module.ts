import { defineModule } from "#platform/module.ts";
import { drainInbox } from "./drain.ts";
import { mountHooks } from "./endpoint.ts";

export const intakeModule = defineModule({
  name: "intake",
  purpose: "Accepts what carriers post: verified, stored before it is acted on, received once and in order.",
  uses: ["numbers"],
  tables: ["webhook_inbox", "webhook_receipts", "webhook_refusals"],
  facts: ["webhook_facts", "twilio_webhook_inbox"],
  mount: mountHooks,
  services: [drainInbox],
});
