import { defineModule } from "#platform/module.ts";

export const complianceModule = defineModule({
  name: "compliance",
  purpose: "Knows what the law and the carriers demand before a person is texted, and keeps what people said about it.",
  uses: [],
  tables: ["opt_outs", "consents"],
  facts: ["opt_out_facts"],
});
