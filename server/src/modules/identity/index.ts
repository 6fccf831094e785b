export { type DemoPerson, demoPeople } from "./demo-people.ts";
export { createPerson, listPeople, type NewPerson } from "./people.ts";
export { permissionsQuestion } from "./permissions.ts";
export { authenticate } from "./sessions.ts";
