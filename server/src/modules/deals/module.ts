import { defineModule } from "#platform/module.ts";
import { routes } from "./routes.ts";
import { leadChanged, leadCreated } from "./schema.ts";
import { subscriptions } from "./subscriptions.ts";

export const dealsModule = defineModule({
  name: "deals",
  purpose: "Keeps what each customer wants and what becomes of it, from the first text to won or lost.",
  uses: ["conversations", "scheduling"],
  tables: ["leads"],
  facts: ["lead_facts"],
  permissions: {
    "leads.view": { sentence: "see leads", roles: ["owner", "admin", "operator", "user", "viewer"] },
    "leads.manage": { sentence: "change leads", roles: ["owner", "admin", "operator", "user"] },
  },
  routes,
  events: [leadCreated, leadChanged],
  subscriptions,
});
