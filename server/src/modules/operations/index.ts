export { examine, type Finding } from "./doctor.ts";
export type { Story } from "./schema.ts";
export { storyOf } from "./story.ts";
