export { type DemoPerson, demoPeople } from "./demo-people.ts";
export { createPerson, listPeople, type NewPerson } from "./people.ts";
export { authenticate, permissionsQuestion } from "./sessions.ts";
