import { z } from "zod";
import type { Permissions, Role } from "#platform/module.ts";
import { type Answers, defineQuestion } from "#platform/questions.ts";

/** Asked of every module: the permissions it declares. The composition root answers for all of them. */
export const permissionsQuestion = defineQuestion<Permissions>("identity.permissions");

const extra = z.array(z.string());

/** What a person may do: what their role may, and what was granted to them besides. Names that no module declares grant nothing. */
export function grantedTo(answers: Answers, role: Role, besides: unknown): string[] {
  const granted = extra.parse(besides);
  return answers(permissionsQuestion)
    .flatMap((permissions) => Object.entries(permissions))
    .filter(([name, { roles }]) => roles.includes(role) || granted.includes(name))
    .map(([name]) => name)
    .sort();
}
