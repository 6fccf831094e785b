import { defineModule } from "#platform/module.ts";
import { routes } from "./routes.ts";

export const operationsModule = defineModule({
  name: "operations",
  purpose: "Tells what happened and whether all is well: the story of a call, the doctor.",
  uses: ["calls"],
  tables: [],
  routes,
});
