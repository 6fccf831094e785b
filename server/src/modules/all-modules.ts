import type { Module } from "#platform/module.ts";
import { callsModule } from "./calls/module.ts";
import { complianceModule } from "./compliance/module.ts";
import { contactsModule } from "./contacts/module.ts";
import { conversationsModule } from "./conversations/module.ts";
import { intakeModule } from "./intake/module.ts";
import { outreachModule } from "./outreach/module.ts";

/** Every module, from the ground up: a module uses only modules that stand before it. */
export const allModules: readonly Module[] = [
  complianceModule,
  intakeModule,
  contactsModule,
  callsModule,
  outreachModule,
  conversationsModule,
];
