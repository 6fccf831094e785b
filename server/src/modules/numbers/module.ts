import { defineModule } from "#platform/module.ts";
import { routes } from "./routes.ts";

export const numbersModule = defineModule({
  name: "numbers",
  purpose: "Owns each business's phone numbers and carrier account.",
  uses: ["tenants"],
  tables: ["telephony_accounts", "phone_numbers", "messaging_services"],
  permissions: {
    "numbers.manage": { sentence: "change how numbers ring", roles: ["owner", "admin"] },
  },
  routes,
});
