import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Person, Photo } from "@nevermisscall/simulator";
import type { DemoBusiness } from "../../../db/demo/businesses.ts";
import type { Scene } from "../../../db/demo/scenes.ts";
import { askedFor } from "../simulation/asked-for.ts";
import { readScript } from "../simulation/script-reader.ts";
import type { World } from "../simulation/world.ts";
import type { Staff } from "./staff.ts";

const PHOTOS = join(import.meta.dirname, "../../../db/demo/photos");
const RINGS_OUT_MS = 60_000;
const THINKS_MS = 50_000;
const PERSON_ANSWERS_AFTER_MS = 4 * 60_000;

/** Plays one scene against the whole product. */
export async function playScene(world: World, staff: Staff, business: DemoBusiness, scene: Scene): Promise<void> {
  const customer = world.simulator.person(scene.phone);
  if (scene.call !== undefined) await call(world, business, customer, scene.call);
  await converse(world, business, customer, scene);
  if (scene.person !== undefined) await answerInPerson(world, staff, business, customer, scene.person);
}

async function call(
  { clock, simulator }: World,
  { ownerPhone, phoneNumber }: DemoBusiness,
  customer: Person,
  how: NonNullable<Scene["call"]>,
): Promise<void> {
  const owner = simulator.person(ownerPhone);
  if (how === "answered") owner.answers(4_000, { presses: "1", talksMs: 95_000 });
  else owner.ignoresCalls();
  await customer.dials(phoneNumber);
  if (how === "early") {
    await clock.advance(6_000);
    await customer.hangsUp();
  }
  await clock.advance(how === "answered" ? 2 * RINGS_OUT_MS : RINGS_OUT_MS);
}

/** The customer writes, reads what comes back and answers it, until the script has nothing more to say. */
async function converse(world: World, business: DemoBusiness, customer: Person, scene: Scene): Promise<void> {
  const script = readScript(scene.turns ?? []);
  let photos = photosOf(scene);
  let words = script.next([]);
  while (words !== null) {
    const read = customer.inbox.length;
    await customer.texts(words, { to: business.phoneNumber, photos });
    await world.clock.advance(THINKS_MS);
    photos = [];
    words = script.next(customer.inbox.slice(read).flatMap(({ body }) => askedFor(body)));
  }
}

function photosOf({ photo }: Scene): Photo[] {
  return photo === undefined ? [] : [{ contentType: "image/jpeg", bytes: readFileSync(join(PHOTOS, photo)) }];
}

async function answerInPerson(
  { clock }: World,
  staff: Staff,
  business: DemoBusiness,
  customer: Person,
  { email, words, reply }: NonNullable<Scene["person"]>,
): Promise<void> {
  await clock.advance(PERSON_ANSWERS_AFTER_MS);
  const ask = await staff.as(email);
  const threads = await ask("GET", `/conversations?view=all&q=${encodeURIComponent(customer.number)}`);
  for (const { id } of threads) await ask("POST", `/conversations/${id}/messages`, { body: words });
  await clock.advance(2 * THINKS_MS);
  if (reply !== undefined) await customer.texts(reply, { to: business.phoneNumber });
  await clock.advance(THINKS_MS);
}
