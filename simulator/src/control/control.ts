import type { FastifyPluginAsync } from "fastify";
import type { World } from "../world.ts";
import { eventStream } from "./event-stream.ts";
import { handsetRoutes } from "./handset-routes.ts";
import { answerProblems } from "./problems.ts";
import { worldRoutes } from "./world-routes.ts";

/**
 * The control interface as a Fastify plug-in, to be registered under a prefix such as `/simulator`: phones, clock, faults,
 * the truth, and a stream of everything that happens. It asks nobody who they are: mount it where only trusted people come.
 */
export const simulatorControl =
  ({ world }: { world: World }): FastifyPluginAsync =>
  async (app) => {
    answerProblems(app);
    handsetRoutes(app, world);
    worldRoutes(app, world);
    eventStream(app, world.feed);
  };
