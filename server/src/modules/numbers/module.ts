import { defineModule } from "#platform/module.ts";

export const numbersModule = defineModule({
  name: "numbers",
  purpose: "Owns each business's phone numbers and carrier account.",
  uses: ["tenants"],
  tables: ["telephony_accounts", "phone_numbers", "messaging_services"],
});
