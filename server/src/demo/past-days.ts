import type { DemoCustomer } from "../../../db/demo/customers.ts";
import { findOpenConversation, say, takeOver } from "../modules/conversations/index.ts";
import { SYSTEM } from "../platform/scope.ts";
import type { World } from "../simulation/world.ts";
import { CUSTOMERS, RIVERA_PLUMBING } from "./cast.ts";

const BETWEEN_TEXTS_MS = 45_000;

/** Plays what the demo's customers did, in the order in which they did it, as far as it lies before `now`. */
export async function playThePastDays(world: World, now: Temporal.Instant): Promise<void> {
  const { timezone } = RIVERA_PLUMBING.business;
  const today = now.toZonedDateTimeISO(timezone).toPlainDate();
  const moments = CUSTOMERS.map((customer) => ({
    customer,
    at: today.subtract({ days: customer.daysAgo }).toZonedDateTime({ timeZone: timezone, plainTime: customer.at })
      .epochMilliseconds,
  }));
  for (const { customer, at } of moments.sort((one, other) => one.at - other.at)) {
    if (at < world.clock.now() || at > now.epochMilliseconds - 30 * 60_000) continue;
    await world.clock.advanceTo(at);
    await play(world, customer);
  }
}

async function play(world: World, customer: DemoCustomer): Promise<void> {
  const { clock, simulator } = world;
  const person = simulator.person({ number: customer.phone, name: customer.name });
  const owner = simulator.person(RIVERA_PLUMBING.ownerPhone);
  if (customer.call === "answered") owner.answers(4_000, { presses: "1", talksMs: 95_000 });
  else owner.ignoresCalls();
  if (customer.call !== "text") {
    await person.dials(RIVERA_PLUMBING.phoneNumber);
    if (customer.call === "early") {
      await clock.advance(6_000);
      await person.hangsUp();
    }
    await clock.advance(150_000);
  }
  for (const words of customer.texts) {
    await person.texts(words, { to: RIVERA_PLUMBING.phoneNumber });
    await clock.advance(BETWEEN_TEXTS_MS);
  }
  for (const words of customer.person ?? []) await sayAsOwner(world, customer.phone, words);
  await clock.advance(60_000);
}

/** The owner takes the conversation over and writes. */
async function sayAsOwner(world: World, phone: string, body: string): Promise<void> {
  await world.house.ports.scope(RIVERA_PLUMBING.id, SYSTEM, async (scope) => {
    const owner = await scope.tx
      .selectFrom("people_facts")
      .select("user_id")
      .where("role", "=", "owner")
      .executeTakeFirstOrThrow();
    const conversation = await findOpenConversation(scope, phone);
    if (conversation === null || owner.user_id === null) return;
    await takeOver(scope, conversation.id, owner.user_id);
    await say(scope, { conversationId: conversation.id, as: "human", userId: owner.user_id, body });
  });
}
