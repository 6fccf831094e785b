import { defineModule } from "#platform/module.ts";
import { routes } from "./routes.ts";

export const identityModule = defineModule({
  name: "identity",
  purpose: "Knows the people of each business, what they may do, and who is signed in.",
  uses: ["tenants"],
  tables: ["users", "user_profiles", "user_preferences", "user_status", "user_sessions", "sign_in_attempts"],
  facts: ["people_facts"],
  routes,
});
