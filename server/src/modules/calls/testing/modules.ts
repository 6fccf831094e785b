import { complianceModule } from "../../compliance/module.ts";
import { contactsModule } from "../../contacts/module.ts";
import { identityModule } from "../../identity/module.ts";
import { intakeModule } from "../../intake/module.ts";
import { numbersModule } from "../../numbers/module.ts";
import { tenantsModule } from "../../tenants/module.ts";
import { callsModule } from "../module.ts";

/** Calls and what it stands on, with nothing above that would act on its events. */
export const modulesUpToCalls = [
  tenantsModule,
  identityModule,
  complianceModule,
  numbersModule,
  intakeModule,
  contactsModule,
  callsModule,
];
