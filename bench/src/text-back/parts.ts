import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Logger, run } from "graphile-worker";
import { openPool } from "../../../server/src/platform/database/database.ts";
import type { Scratch } from "../../../server/src/simulation/scratch-database.ts";

const JOB = "start";
const JOBS = 3;

/**
 * What no way from a missed call to its text can avoid, one after another, without anything of ours: an HTTP round trip, a
 * commit that starts a job and the job's start, three times over, one more commit, and an HTTP round trip. Returns
 * milliseconds, `times` of them.
 */
export async function measureParts(scratch: Scratch, times: number): Promise<number[]> {
  const { address, drop } = await scratch.copy();
  const pool = openPool(address.owner, 10, () => undefined);
  const started = createDoorbell();
  const worker = await run({
    pgPool: pool,
    concurrency: 8,
    pollInterval: 1000,
    noHandleSignals: true,
    logger: new Logger(() => () => undefined),
    taskList: { [JOB]: async () => started.ring() },
  });
  const http = await openEcho();
  try {
    await pool.query("create table commits (id bigint generated always as identity primary key, note text)");
    const walk = async () => {
      await http.post();
      for (let job = 0; job < JOBS; job += 1) {
        const start = started.next();
        await pool.query(COMMIT_WITH_JOB, [JOB]);
        await start;
      }
      await pool.query(COMMIT, [JOB]);
      await http.post();
    };
    return await timed(walk, times);
  } finally {
    await http.close();
    await worker.stop();
    await pool.end();
    await drop();
  }
}

const COMMIT = { name: "commit", text: "insert into commits (note) values ($1)" };
const COMMIT_WITH_JOB = {
  name: "commit with job",
  text: "with noted as (insert into commits (note) values ($1)) select graphile_worker.add_job($1)",
};

/** After a few that do not count. */
async function timed(walk: () => Promise<void>, times: number): Promise<number[]> {
  for (let time = 0; time < 10; time += 1) await walk();
  const measured: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const startedAt = performance.now();
    await walk();
    measured.push(performance.now() - startedAt);
  }
  return measured;
}

function createDoorbell() {
  let waiting = Promise.withResolvers<void>();
  return {
    ring: () => waiting.resolve(),
    next() {
      waiting = Promise.withResolvers<void>();
      return waiting.promise;
    },
  };
}

async function openEcho() {
  const server = createServer((request, response) => request.resume().on("end", () => response.end()));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // What listens on a port has an address with a port.
  const { port } = server.address() as AddressInfo;
  return {
    async post() {
      const answer = await fetch(`http://127.0.0.1:${port}/`, { method: "POST", body: "CallSid=CA0&CallStatus=busy" });
      await answer.arrayBuffer();
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
