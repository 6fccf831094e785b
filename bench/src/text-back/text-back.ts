import { aim, withSpread } from "../../../rig/src/report/figures.ts";
import type { Section, Table } from "../../../rig/src/report/section.ts";
import { percentile, ratios, summarise } from "../../../rig/src/statistics.ts";
import type { Bench, Benchmark } from "../benchmark.ts";
import { openBusyStreet } from "./busy-street.ts";
import { callOneByOne, callSteadily } from "./calls.ts";
import { measureParts } from "./parts.ts";
import { readTimelines, STAGES, type Timeline } from "./timeline.ts";

export const textBack: Benchmark = {
  name: "text-back",
  purpose: "from a missed call to the text at the carrier, in real time, against the sum of its parts",
  run: runTextBack,
};

const WARM_UP_CALLS = 10;
const CALLS = 100;
const SECONDS = 10;
const RATES = [10, 50] as const;

type Round = { idle: Timeline[]; steady: Map<number, Timeline[]>; parts: number[] };

async function runTextBack({ scratch, rounds, say }: Bench): Promise<Section> {
  const measured: Round[] = [];
  for (let round = 0; round < rounds; round += 1) {
    say(`text-back: round ${round + 1} of ${rounds}, the sum of its parts`);
    const parts = await measureParts(scratch, CALLS);
    const street = await openBusyStreet(scratch);
    try {
      await callOneByOne(street, WARM_UP_CALLS);
      say(`text-back: round ${round + 1} of ${rounds}, one call after another`);
      const idle = await readTimelines(street, await callOneByOne(street, CALLS));
      const steady = new Map<number, Timeline[]>();
      for (const rate of RATES) {
        say(`text-back: round ${round + 1} of ${rounds}, ${rate} calls a second`);
        steady.set(rate, await readTimelines(street, await callSteadily(street, rate, SECONDS)));
      }
      measured.push({ idle, steady, parts });
    } finally {
      await street.close();
    }
  }
  return { name: "text-back", method: METHOD, tables: [totalsOf(measured), stagesOf(measured), ratiosOf(measured)] };
}

const METHOD = `The whole product with its worker and the simulated carrier share one process in real time; every call comes from a phone that never called before to one of 100 businesses whose owner is on the phone, so that the carrier's dialling ends busy at once. Measured from the moment at which the carrier posts that result to the moment at which it accepts the text: ${CALLS} calls one after another (idle), then at an even rate for ${SECONDS} s each, after a warm-up of ${WARM_UP_CALLS}. The clocks of the product, the database and the carrier are one, with a resolution of 1 ms. The sum of the parts is what nothing of ours can avoid, measured in the same round: an HTTP round trip, three times a commit that starts a job and the job's start, one more commit, an HTTP round trip.`;

type Sample = { name: string; of(round: Round): readonly number[] };

const total = ({ posted, accepted }: Timeline) => accepted - posted;

const IDLE: Sample = { name: "idle", of: ({ idle }) => idle.map(total) };
const STEADY: Sample[] = RATES.map((rate) => ({
  name: `${rate} calls a second`,
  of: ({ steady }) => (steady.get(rate) ?? []).map(total),
}));
const PARTS: Sample = { name: "the sum of its parts", of: ({ parts }) => parts };

function totalsOf(rounds: Round[]): Table {
  return { head: ["", "p50, ms", "p99, ms"], rows: [IDLE, ...STEADY, PARTS].map((sample) => row(rounds, sample)) };
}

function stagesOf(rounds: Round[]): Table {
  const samples = STAGES.map(
    ([from, to, name]): Sample => ({ name, of: ({ idle }) => idle.map((timeline) => timeline[to] - timeline[from]) }),
  );
  return { head: ["stage, idle", "p50, ms", "p99, ms"], rows: samples.map((sample) => row(rounds, sample)) };
}

function row(rounds: Round[], { name, of }: Sample): string[] {
  return [name, ...[0.5, 0.99].map((share) => withSpread(summarise(percentiles(rounds, of, share))))];
}

function percentiles(rounds: Round[], of: Sample["of"], share: number): number[] {
  return rounds.map((round) => percentile(of(round), share));
}

const MOST_IDLE_P99_MS = 250;
/** What a rate may add to the waiting and still be called flat. */
const FLAT = 1.25;

function ratiosOf(rounds: Round[]): Table {
  const against = (ours: Sample, theirs: Sample, share: number) =>
    summarise(ratios(percentiles(rounds, ours.of, share), percentiles(rounds, theirs.of, share)));
  const idleP99 = summarise(percentiles(rounds, IDLE.of, 0.99)).median;
  return {
    head: ["", "ratio", "to reach", "reached"],
    rows: [
      ["P5: p50 idle, against the sum of its parts", withSpread(against(IDLE, PARTS, 0.5)), "", ""],
      aim(
        "P5: p99 idle, against the sum of its parts",
        against(IDLE, PARTS, 0.99),
        `p99 at most ${MOST_IDLE_P99_MS} ms`,
        () => idleP99 <= MOST_IDLE_P99_MS,
      ),
      ...STEADY.map((sample) =>
        aim(`P5: p99 at ${sample.name}, against idle`, against(sample, IDLE, 0.99), "flat", (ratio) => ratio <= FLAT),
      ),
    ],
  };
}
