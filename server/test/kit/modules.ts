import { callsModule } from "../../src/modules/calls/module.ts";
import { complianceModule } from "../../src/modules/compliance/module.ts";
import { contactsModule } from "../../src/modules/contacts/module.ts";
import { identityModule } from "../../src/modules/identity/module.ts";
import { intakeModule } from "../../src/modules/intake/module.ts";
import { numbersModule } from "../../src/modules/numbers/module.ts";
import { tenantsModule } from "../../src/modules/tenants/module.ts";

/** The front door and what it stands on, with nobody behind it who receives webhooks. */
export const upToIntake = [tenantsModule, identityModule, complianceModule, numbersModule, intakeModule];

/** Calls and what it stands on, with nothing above that would act on its events. */
export const upToCalls = [...upToIntake, contactsModule, callsModule];
