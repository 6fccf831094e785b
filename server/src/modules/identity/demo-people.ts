import type { Role } from "#platform/module.ts";
import { defineQuestion } from "#platform/questions.ts";

/** A person of the demo, whose password anybody may know. */
export type DemoPerson = { email: string; name: string; role: Role; password: string };

/** Asked in demo mode only: the people shown on the sign-in page. The demo's cast answers. */
export const demoPeople = defineQuestion<readonly DemoPerson[]>("identity.demo_people");
