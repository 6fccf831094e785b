import { createChance } from "./chance.ts";
import type { Clock } from "./clock/clock.ts";
import { createLiveClock } from "./clock/clocks.ts";
import type { Account } from "./directory/account.ts";
import { createDirectory } from "./directory/directory.ts";
import type { PhoneNumber } from "./directory/phone-number.ts";
import { type AccountSpec, enrolAccount, enrolNumber, type NumberSpec } from "./directory/seed.ts";
import { createFaultKnobs, type FaultKnobs, type FaultsChange } from "./faults/faults.ts";
import type { HandsetSpec } from "./handsets/handset.ts";
import { createHandsets } from "./handsets/handsets.ts";
import { createPerson, type Person } from "./handsets/person.ts";
import { reach } from "./handsets/reaching.ts";
import { handOver } from "./handsets/texting.ts";
import { createOptOuts } from "./messaging/opt-out.ts";
import { createHttpServer } from "./rest/server.ts";
import { createFeed } from "./truth/feed.ts";
import { createLedger } from "./truth/ledger.ts";
import { createTruth, type Truth } from "./truth/truth.ts";
import { httpTransport, type Transport } from "./webhooks/transport.ts";
import { createWebhooks } from "./webhooks/webhooks.ts";
import type { World } from "./world.ts";

export interface SimulatorOptions {
  /** Real time that can be moved forward unless given; tests give a virtual one. */
  clock?: Clock;
  /** The same seed gives the same SIDs and the same faults. */
  seed?: number | string;
  accounts?: readonly AccountSpec[];
  handsets?: readonly HandsetSpec[];
  faults?: FaultsChange;
  /** Where others reach the simulator; the address it listens on unless given. No slash at the end. */
  publicBase?: string;
  /** Most records of each kind, and events, that are kept: 20,000 unless given. The oldest leave first, REST included. */
  keep?: number;
  /** Messages a second that a local and a toll-free number get through (Twilio: 1 and 3). */
  throughput?: { local: number; tollFree: number };
  /** Brings webhooks to the server; over HTTP unless given. */
  transport?: Transport;
}

export interface Simulator {
  clock: Clock;
  faults: FaultKnobs;
  truth: Truth;
  /** What every part of the simulator works on; for its own plug-ins. */
  world: World;
  /** The person with this number, who gets a handset when there is none yet. */
  person(spec: HandsetSpec | string): Person;
  people(): Person[];
  addAccount(spec: AccountSpec): Account;
  /** Gives a number to an account, as REST does for numbers that are for sale. */
  addNumber(accountSid: string, spec: NumberSpec): PhoneNumber;
  /** Listens on 127.0.0.1; port 0 takes a free one. Resolves to `url`. */
  listen(port?: number): Promise<string>;
  close(): Promise<void>;
  /** The base of its REST interface, as `twilioUrl` wants it. */
  readonly url: string;
  settle(): Promise<void>;
}

/** Makes a carrier with its own world: numbers, handsets, a clock, a ledger of the truth, and knobs for what goes wrong. */
export function createSimulator(options: SimulatorOptions = {}): Simulator {
  let url = options.publicBase ?? "";
  const world = createWorld(options, () => url);
  const server = createHttpServer(world);
  const enrolment = { chance: world.chance, directory: world.directory, now: world.clock.now };
  for (const account of options.accounts ?? []) enrolAccount(enrolment, account);
  for (const handset of options.handsets ?? []) world.handsets.set(handset);

  return {
    world,
    clock: world.clock,
    faults: world.faults,
    truth: createTruth(world),
    person: (spec) => createPerson(world, typeof spec === "string" ? { number: spec } : spec),
    people: () => world.handsets.all().map(({ number }) => createPerson(world, { number })),
    addAccount: (spec) => enrolAccount(enrolment, spec),
    addNumber: (accountSid, spec) => enrolNumber(enrolment, accountSid, spec),
    async listen(port = 0) {
      const address = await server.listen({ port, host: "127.0.0.1" });
      url = options.publicBase ?? address;
      return url;
    },
    close: () => server.close(),
    get url() {
      return url;
    },
    settle: () => world.clock.settle(),
  };
}

function createWorld(options: SimulatorOptions, publicBase: () => string): World {
  const { clock = createLiveClock(), seed = 1, keep = 20_000, transport = httpTransport } = options;
  const chance = createChance(seed);
  const feed = createFeed(clock.now, keep);
  const ledger = createLedger(keep);
  const directory = createDirectory();
  const faults = createFaultKnobs(options.faults ?? {}, () => feed.tell("faults.changed", {}));
  const carrierNow = (): number => clock.now() + faults.get().clockSkewMs;
  const alert: World["alert"] = (errorCode, resourceSid, text) => {
    ledger.alerts.put({ sid: chance.sid("NO"), at: carrierNow(), errorCode, resourceSid, text });
    feed.tell("alert", { errorCode, resourceSid, text });
  };
  const webhooks = createWebhooks({
    clock,
    chance,
    faults,
    transport,
    authTokenOf: (sid) => directory.account(sid).authToken,
    record(attempt) {
      ledger.webhooks.put(attempt);
      feed.tell("webhook", {
        sid: attempt.sid,
        kind: attempt.kind,
        resourceSid: attempt.resourceSid,
        status: attempt.status,
      });
    },
    alert,
  });
  const world: World = {
    clock,
    chance,
    faults,
    feed,
    ledger,
    directory,
    handsets: createHandsets(feed),
    webhooks,
    legs: new Map(),
    lanes: new Map(),
    optOuts: createOptOuts(directory.serviceOf),
    reach: (to, from, forwardedFrom) => reach(world, to, from, forwardedFrom),
    handOver: (message) => handOver(world, message),
    publicBase,
    alert,
    carrierNow,
    throughput: options.throughput ?? { local: 1, tollFree: 3 },
  };
  clock.onMoved((now) => feed.tell("clock.moved", { now }));
  return world;
}
