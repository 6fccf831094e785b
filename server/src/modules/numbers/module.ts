import { anyJob } from "#platform/jobs.ts";
import { defineModule } from "#platform/module.ts";
import { answer } from "#platform/questions.ts";
import { lineTrouble as lineTroubleQuestion } from "#tenants";
import { lineTrouble } from "./line-trouble.ts";
import { pointNumberJob } from "./pointing.ts";
import { routes } from "./routes.ts";

export const numbersModule = defineModule({
  name: "numbers",
  purpose: "Owns each business's phone numbers and carrier account.",
  uses: ["tenants"],
  tables: ["telephony_accounts", "phone_numbers", "messaging_services"],
  facts: ["number_facts", "number_route_facts"],
  permissions: {
    "numbers.manage": { sentence: "buy numbers and change how they ring", roles: ["owner", "admin"] },
  },
  routes,
  jobs: [anyJob(pointNumberJob)],
  answers: [answer(lineTroubleQuestion, lineTrouble)],
});
