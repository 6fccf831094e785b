import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the clone: everything below is written inside it and nowhere else. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** What the boot script fetches and remembers for itself; safe to delete. */
export const runtimeFolder = join(root, ".runtime");
