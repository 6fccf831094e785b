import { BUSINESSES } from "../../../db/demo/businesses.ts";
import { type DemoPerson, demoPeople } from "../modules/identity/index.ts";
import { type Answered, answer } from "../platform/questions.ts";

/** The people shown on the sign-in page of a demo. */
export const demoAnswers: readonly Answered[] = [
  answer(
    demoPeople,
    BUSINESSES.flatMap(({ people }): DemoPerson[] =>
      people.map(({ email, firstName, lastName, role, password }) => ({
        email,
        name: `${firstName} ${lastName}`,
        role,
        password,
      })),
    ),
  ),
];
