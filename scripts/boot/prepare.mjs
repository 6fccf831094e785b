import { dependenciesReady, installDependencies } from "./dependencies.mjs";
import { fetchNodeRuntime, presentNode } from "./node-runtime.mjs";
import { alone } from "./preparation-lock.mjs";
import { buildWeb, webReady } from "./web-build.mjs";

/** What a command needs before it can run: which packages, and whether the built web application. */
export const purposes = {
  cli: { packages: "start", web: false },
  tools: { packages: "test", web: false },
  start: { packages: "start", web: true },
  test: { packages: "test", web: true },
};

function isReady({ packages, web }) {
  return presentNode() !== undefined && dependenciesReady(packages) && (!web || webReady());
}

/** Brings the clone to where the purpose can run and returns the Node.js to run it under. Does nothing the second time. */
export async function prepare(purpose) {
  const needs = purposes[purpose];
  if (!isReady(needs)) {
    await alone(async () => {
      if (!presentNode()) await fetchNodeRuntime();
      if (!dependenciesReady(needs.packages)) await installDependencies(presentNode(), needs.packages);
      if (needs.web && !webReady()) await buildWeb(presentNode());
    });
  }
  return presentNode();
}
