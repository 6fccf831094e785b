import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { isMovable } from "../clock/clock.ts";
import { FaultsChangeSchema } from "../faults/faults.ts";
import type { World } from "../world.ts";
import { check, refuse } from "./problems.ts";
import { messageView } from "./views.ts";

const A_YEAR_MS = 366 * 86_400_000;

const MoveSchema = z.union([
  z.object({ advanceMs: z.number().int().min(0).max(A_YEAR_MS) }).strict(),
  z.object({ to: z.iso.datetime({ offset: true }) }).strict(),
]);

const ListSchema = z.object({ limit: z.coerce.number().int().min(1).max(1_000).default(100) });

/** The clock, the faults, and the ledger of the truth (newest first). */
export function worldRoutes(app: FastifyInstance, world: World): void {
  const { clock, faults, ledger } = world;
  const clockView = () => ({ now: clock.now(), isMovable: isMovable(clock), runsByItself: clock.runsByItself });

  app.get("/clock", async () => clockView());

  app.post("/clock", async ({ body }) => {
    const move = check(MoveSchema, body);
    if (!isMovable(clock)) return refuse(409, "The clock cannot be moved", "The simulator runs on real time.");
    const target = "to" in move ? Date.parse(move.to) : clock.now() + move.advanceMs;
    if (target < clock.now()) return refuse(409, "The clock never goes back", "Give a time after the clock's.");
    await clock.advanceTo(target);
    return clockView();
  });

  app.get("/faults", async () => faults.get());
  app.patch("/faults", async ({ body }) => faults.set(check(FaultsChangeSchema, body)));
  app.delete("/faults", async () => faults.clear());

  const newest = <Item>(items: Iterable<Item>, query: unknown): Item[] =>
    [...items].slice(0, check(ListSchema, query).limit);

  app.get("/truth/calls", async ({ query }) => ({ data: newest(ledger.calls.newestFirst(), query) }));
  app.get("/truth/messages", async ({ query }) => ({
    data: newest(ledger.messages.newestFirst(), query).map(messageView),
  }));
  app.get("/truth/recordings", async ({ query }) => ({ data: newest(ledger.recordings.newestFirst(), query) }));
  app.get("/truth/webhooks", async ({ query }) => ({ data: newest(ledger.webhooks.newestFirst(), query) }));
  app.get("/truth/alerts", async ({ query }) => ({ data: newest(ledger.alerts.newestFirst(), query) }));

  app.get("/numbers", async () => ({
    data: [...world.directory.accounts.keys()].flatMap((sid) =>
      world.directory
        .numbersOf(sid)
        .map(({ phoneNumber, friendlyName }) => ({ phoneNumber, friendlyName, accountSid: sid })),
    ),
  }));
}
