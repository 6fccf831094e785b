export { createPerson, listPeople, type NewPerson } from "./people.ts";
export { authenticate, permissionsQuestion } from "./sessions.ts";
