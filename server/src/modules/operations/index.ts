export { examine, type Finding } from "./doctor.ts";
export { type Replayed, replay } from "./replay.ts";
export type { Story } from "./schema.ts";
export { storyOf } from "./story.ts";
