import { runServer } from "./start/run.ts";

await runServer();
