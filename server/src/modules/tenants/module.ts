import { defineModule } from "#platform/module.ts";
import { routes } from "./routes.ts";

export const tenantsModule = defineModule({
  name: "tenants",
  purpose: "Knows each business and its settings.",
  uses: [],
  tables: ["tenants", "business_settings"],
  facts: ["tenant_facts"],
  permissions: {
    "settings.manage": { sentence: "change the business and its settings", roles: ["owner", "admin"] },
  },
  routes,
});
