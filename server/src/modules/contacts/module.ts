import { defineModule } from "#platform/module.ts";
import { routes } from "./routes.ts";

export const contactsModule = defineModule({
  name: "contacts",
  purpose: "Keeps the people and companies who call and write, and what staff have to do for them.",
  uses: [],
  tables: ["contacts", "contact_phones", "contact_emails", "activities"],
  facts: ["contact_facts"],
  permissions: {
    "contacts.view": { sentence: "see contacts and tasks", roles: ["owner", "admin", "operator", "user", "viewer"] },
    "contacts.manage": { sentence: "change contacts and finish tasks", roles: ["owner", "admin", "operator", "user"] },
  },
  routes,
});
