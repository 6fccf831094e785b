import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { Mount } from "./route.ts";

/** Paths that belong to programs: an unknown one is a problem, not a page. */
const NOT_PAGES = /^\/(api|hooks|simulator|socket\.io|openapi\.json|assets)(\/|$)/;

/** Serves the built web application; every other path of a browser is one of its pages. */
export function webPages(folder: string): Mount {
  return async (app) => {
    const index = join(folder, "index.html");
    if (!existsSync(index)) return;
    const page = await readFile(index);
    await app.register(fastifyStatic, {
      root: folder,
      index: false,
      wildcard: false,
      setHeaders: (reply, path) => {
        // File names under assets/ carry a hash of their content.
        if (path.includes("/assets/")) reply.header("cache-control", "public, max-age=31536000, immutable");
      },
    });
    app.get("/*", { schema: { hide: true } }, (request, reply) => {
      if (NOT_PAGES.test(request.url)) return reply.callNotFound();
      return reply.type("text/html; charset=utf-8").header("cache-control", "no-cache").send(page);
    });
  };
}
