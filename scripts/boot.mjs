// Brings a fresh clone to life with nothing but Node.js 18 and npm: fetches what is missing, then runs a program of
// this project. It must therefore not import anything that is not in this folder or in Node.js itself.
import { constants } from "node:os";
import { watchNpm } from "./boot/ancestors.mjs";
import { endQuietChildren } from "./boot/child.mjs";
import { presentNode } from "./boot/node-runtime.mjs";
import { prepare, purposes } from "./boot/prepare.mjs";
import { describe } from "./boot/problem.mjs";
import { run } from "./boot/run.mjs";

const usage = `Usage:
  node scripts/boot.mjs prepare <${Object.keys(purposes).join("|")}>
  node scripts/boot.mjs run [--for=<purpose>] <entry> [arguments…]
  node scripts/boot.mjs stop`;

const say = (text) => process.stderr.write(`${text}\n`);

/** While preparing, being asked to stop means: end what is under way and go. What it left is redone next time. */
async function prepareOrGiveUp(purpose) {
  const giveUp = (signal) => {
    endQuietChildren();
    process.exit(128 + constants.signals[signal]);
  };
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const signal of signals) process.on(signal, giveUp);
  const endWatch = watchNpm(() => giveUp("SIGTERM"));
  const node = await prepare(purpose);
  for (const signal of signals) process.off(signal, giveUp);
  endWatch();
  return node;
}

async function main([command, ...rest]) {
  if (command === "prepare" && rest.length === 1 && purposes[rest[0]]) {
    await prepareOrGiveUp(rest[0]);
    return 0;
  }
  if (command === "run") {
    const purpose = rest[0]?.startsWith("--for=") ? rest.shift().slice("--for=".length) : "start";
    const [entry, ...args] = rest;
    if (entry && purposes[purpose]) return run(await prepareOrGiveUp(purpose), entry, args);
  }
  if (command === "stop" && rest.length === 0) {
    const node = presentNode();
    if (node) return run(node, "server/src/platform/instance/stop.ts", []);
    say("NeverMissCall is not running.");
    return 0;
  }
  say(usage);
  return 64;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  say(describe(error));
  process.exitCode = 1;
}
