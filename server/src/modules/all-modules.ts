import type { Module } from "#platform/module.ts";
import { callsModule } from "./calls/module.ts";
import { complianceModule } from "./compliance/module.ts";
import { contactsModule } from "./contacts/module.ts";
import { conversationsModule } from "./conversations/module.ts";
import { dealsModule } from "./deals/module.ts";
import { dispatcherModule } from "./dispatcher/module.ts";
import { identityModule } from "./identity/module.ts";
import { intakeModule } from "./intake/module.ts";
import { numbersModule } from "./numbers/module.ts";
import { operationsModule } from "./operations/module.ts";
import { outreachModule } from "./outreach/module.ts";
import { schedulingModule } from "./scheduling/module.ts";
import { tenantsModule } from "./tenants/module.ts";

/** Every module, from the ground up: a module uses only modules that stand before it. */
export const allModules: readonly Module[] = [
  tenantsModule,
  identityModule,
  complianceModule,
  numbersModule,
  intakeModule,
  contactsModule,
  callsModule,
  outreachModule,
  conversationsModule,
  schedulingModule,
  dealsModule,
  dispatcherModule,
  operationsModule,
];
