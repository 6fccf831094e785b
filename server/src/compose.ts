import type { Server as HttpServer } from "node:http";
import type { FastifyInstance } from "fastify";
import type { Logger } from "pino";
import type { Telephony } from "#providers/telephony/port.ts";
import { permissionsQuestion } from "./modules/identity/index.ts";
import { createBell } from "./platform/bell.ts";
import type { Clock } from "./platform/clock.ts";
import type { Configuration } from "./platform/config/configuration.ts";
import { type DatabaseAddress, openDatabase } from "./platform/database/database.ts";
import { deliverEventJob } from "./platform/engine/deliver-event.ts";
import { JOBS } from "./platform/engine/job-bell.ts";
import { startTimekeeper, type Timekeeper } from "./platform/engine/timekeeper.ts";
import { finishJobs } from "./platform/engine/under-way.ts";
import { startWorker, type Worker } from "./platform/engine/worker.ts";
import { type Subscribers, subscriberName } from "./platform/events.ts";
import type { Authenticate, Mount } from "./platform/http/route.ts";
import { createHttpServer } from "./platform/http/server.ts";
import { type Ids, systemIds } from "./platform/ids.ts";
import { anyJob } from "./platform/jobs.ts";
import { declaredModules, type Module, type RunningService } from "./platform/module.ts";
import { openScopes } from "./platform/open-scope.ts";
import type { Ports } from "./platform/ports.ts";
import { createPressure } from "./platform/pressure.ts";
import { type Answered, answer, collectAnswers } from "./platform/questions.ts";
import { createRealtime, type Realtime } from "./platform/realtime/realtime.ts";
import { createSealer } from "./platform/sealing.ts";

/** What differs between a laptop, production and a test. */
export type Site = {
  config: Configuration;
  secret: Buffer;
  database: DatabaseAddress;
  clock: Clock;
  ids?: Ids;
  log: Logger;
  telephony: Telephony;
  modules: readonly Module[];
  /** Answers that no module gives, such as the demo's people. */
  answers?: readonly Answered[];
  /** HTTP beside the modules': the web application, the simulator's control. */
  mounts?: readonly Mount[];
  authenticate(ports: Ports, cookies: Record<string, string | undefined>): ReturnType<Authenticate>;
};

/** The running house. */
export type House = {
  ports: Ports;
  app: FastifyInstance;
  modules: readonly Module[];
  /** Starts the jobs, timers and services of this process. */
  startWork(): Promise<void>;
  /** Serves HTTP and realtime. */
  listen(host: string, port: number): Promise<void>;
  /** Resolves when no job, timer or service of this process has anything left to do now. */
  settled(): Promise<void>;
  stop(): Promise<void>;
};

/** The one composition root: picks the parts, lists the modules, mounts them. */
export async function compose(site: Site): Promise<House> {
  const { config, clock, log, modules } = site;
  const database = openDatabase(site.database, (error) => log.warn({ err: error }, "a database connection broke"));
  const ids = site.ids ?? systemIds(clock);
  const permissions = modules.map((module) => answer(permissionsQuestion, module.permissions ?? {}));
  const answers = collectAnswers([
    ...permissions,
    ...modules.map((module) => answer(declaredModules, module)),
    ...(site.answers ?? []),
    ...modules.flatMap((module) => module.answers ?? []),
  ]);
  const subscriptions = modules.flatMap((module) => module.subscriptions ?? []);
  const jobs = [anyJob(deliverEventJob(subscriptions)), ...modules.flatMap((module) => module.jobs ?? [])];

  let realtime: Realtime | null = null;
  let worker: Worker | null = null;
  let timekeeper: Timekeeper | null = null;
  let services: RunningService[] = [];

  const publish: Ports["publish"] = (tenantId, nudges) => realtime?.publish(tenantId, nudges);
  const timerSet = (dueAt: Temporal.Instant) => timekeeper?.expect(dueAt);
  const jobsStarted = createBell({ database, log }, JOBS).ring;
  const subscribers = subscribersOf(modules);
  const scope = openScopes({ database, clock, ids, subscribers, answers, publish, jobsStarted, timerSet });
  const ports: Ports = {
    clock,
    ids,
    config,
    log,
    telephony: site.telephony,
    sealer: createSealer(site.secret),
    answers,
    database,
    pressure: createPressure(),
    scope,
    publish,
    disconnect: (sessionId) => realtime?.disconnect(sessionId),
  };
  const authenticate: Authenticate = (cookies) => site.authenticate(ports, cookies);
  const app = await createHttpServer(ports, modules, authenticate, site.mounts ?? []);

  return {
    ports,
    app,
    modules,
    async startWork() {
      worker = await startWorker(ports, jobs);
      timekeeper = startTimekeeper(ports);
      services = modules.flatMap((module) => module.services ?? []).map((service) => service.start(ports));
    },
    async listen(host, port) {
      realtime = createRealtime({
        http: app.server as HttpServer,
        address: site.database.platform,
        clock,
        authenticate,
      });
      await app.listen({ host, port });
    },
    async settled() {
      do {
        for (const service of services) await service.settled();
        await timekeeper?.settled();
      } while (worker !== null && (await finishJobs(ports)));
    },
    async stop() {
      // Sockets of live pages count as open connections: they end while the requests in hand are answered.
      await Promise.all([app.close(), realtime?.close()]);
      for (const service of services) await service.stop();
      await timekeeper?.stop();
      await worker?.stop();
      await database.close();
    },
  };
}

function subscribersOf(modules: readonly Module[]): Subscribers {
  const byType = new Map<string, string[]>();
  for (const subscription of modules.flatMap((module) => module.subscriptions ?? [])) {
    byType.set(subscription.event.type, [...(byType.get(subscription.event.type) ?? []), subscriberName(subscription)]);
  }
  return byType;
}
