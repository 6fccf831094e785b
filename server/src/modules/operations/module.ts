import { noJobIsStuck } from "#platform/engine/stuck-jobs.ts";
import { defineModule } from "#platform/module.ts";
import { doctorRounds, monthsAhead } from "./rounds.ts";
import { PERSONAL_DATA, routes } from "./routes.ts";

export const operationsModule = defineModule({
  name: "operations",
  purpose: "Tells what happened and whether all is well: the story of a call, the doctor.",
  uses: ["calls"],
  tables: [],
  permissions: {
    [PERSONAL_DATA]: {
      sentence: "see phone numbers, words and addresses in the story of a call",
      roles: ["owner", "admin", "operator"],
    },
  },
  routes,
  installationInvariants: [noJobIsStuck],
  services: [doctorRounds, monthsAhead],
});
