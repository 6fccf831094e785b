import { defineModule } from "#platform/module.ts";

export const tenantsModule = defineModule({
  name: "tenants",
  purpose: "Knows each business and its settings.",
  uses: [],
  tables: ["tenants", "business_settings"],
});
