import { aim, withSpread } from "../../../rig/src/report/figures.ts";
import type { Section, Table } from "../../../rig/src/report/section.ts";
import { ratios, summarise } from "../../../rig/src/statistics.ts";
import type { Bench, Benchmark } from "../benchmark.ts";
import { BUSINESSES, type Measured, measure, SUBJECTS, type Subject } from "./measure.ts";
import { PHASES } from "./phases.ts";

export const ingest: Benchmark = {
  name: "ingest",
  purpose: "webhooks accepted over HTTP, verified and durable, against one insert a request and the driver alone",
  run: runIngest,
};

type Rounds = Record<Subject, Measured[]>;

async function runIngest({ scratch, rounds, say }: Bench): Promise<Section> {
  const measured: Rounds = { "front-door": [], "bare-fastify": [], driver: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const subject of inTurn(round)) {
      say(`ingest: round ${round + 1} of ${rounds}, ${NAMES[subject]}`);
      measured[subject].push(await measure(scratch, subject));
    }
  }
  return { name: "ingest", method: METHOD, tables: [figuresOf(measured), ratiosOf(measured)] };
}

/** Each round begins with another subject, so that none always has the machine at its best. */
function inTurn(round: number): Subject[] {
  const first = round % SUBJECTS.length;
  return [...SUBJECTS.slice(first), ...SUBJECTS.slice(0, first)];
}

const NAMES: Record<Subject, string> = {
  "front-door": "the front door",
  "bare-fastify": "bare Fastify, one insert a request",
  driver: "`pg` alone, without HTTP",
};

const METHOD = `A webhook is a signed form of 28 fields, about 590 bytes, no two the same, dealt out among ${BUSINESSES} businesses. It counts as accepted when its signature was checked and its row is committed with \`fsync\` and \`synchronous_commit\` on. Busy: ${PHASES.busy.webhooks.toLocaleString("en-US")} webhooks over ${PHASES.busy.atOnce} connections; idle: ${PHASES.idle.webhooks.toLocaleString("en-US")}, one after another; both after a warm-up. The load comes from autocannon in a process of its own on the same cores. The front door is the whole product in the role web; it also checks number and account, and counts repetitions in a second table. The peers insert the same columns into the same table with its indexes and row-level security: bare Fastify checks the signature with Twilio's own function and inserts through a pool of 8; the driver inserts rows made beforehand by a named statement, busy on 8 connections, idle on one.`;

function figuresOf(measured: Rounds): Table {
  return {
    head: ["", "webhooks a second", "p50, ms", "p99, ms", "idle p50, ms"],
    rows: SUBJECTS.map((subject) => [NAMES[subject], ...KEYS.map((key) => shown(measured[subject], key))]),
  };
}

const KEYS = ["perSecond", "busyP50Ms", "busyP99Ms", "idleP50Ms"] as const satisfies (keyof Measured)[];

function shown(rounds: Measured[], key: keyof Measured): string {
  return withSpread(summarise(rounds.map((round) => round[key])));
}

/** Each round by itself: what was measured side by side is compared. */
function ratiosOf(measured: Rounds): Table {
  const against = (peer: Subject, key: keyof Measured) =>
    summarise(
      ratios(
        measured["front-door"].map((round) => round[key]),
        measured[peer].map((round) => round[key]),
      ),
    );
  return {
    head: ["", "ratio", "to reach", "reached"],
    rows: [
      aim(
        "P1: rate, against one insert a request",
        against("bare-fastify", "perSecond"),
        "at least 1.6",
        (rate) => rate >= 1.6,
      ),
      aim("P1: p99, against one insert a request", against("bare-fastify", "busyP99Ms"), "below 1", (p99) => p99 < 1),
      aim(
        "P2: rate, against the driver without HTTP",
        against("driver", "perSecond"),
        "at least 0.9",
        (rate) => rate >= 0.9,
      ),
      aim(
        "P3: idle p50, against one insert by the driver",
        against("driver", "idleP50Ms"),
        "at most 2",
        (p50) => p50 <= 2,
      ),
    ],
  };
}
