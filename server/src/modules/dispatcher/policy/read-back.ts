import type { Understanding } from "#understanding";
import { serviceFor } from "../tools/services.ts";
import { tradeOf } from "../tools/trade.ts";
import { type Phrase, phrase } from "../wording/phrases.ts";
import { asking, type Decision, telling } from "./decision.ts";
import { addressInWords, inWords } from "./in-words.ts";
import type { OfferedSlot, Session } from "./session.ts";
import type { World } from "./world.ts";

/** Asks for the name if it is unknown and was never asked for; else reads the visit back, with its conditions, for a yes. */
export function readBack(session: Session, world: World): Decision {
  const slot = session.chosen;
  if (slot === null) throw new Error("A read-back needs a chosen time.");
  const when = inWords(slot, world, session.language);
  if (session.moving !== null)
    return asking(session, "confirm", [phrase("read_back_move", { when }), phrase("please_confirm", {})]);
  if (session.name === null && !session.name_asked)
    return asking({ ...session, name_asked: true }, "name", [phrase("ask_name", {})]);
  return asking(session, "confirm", [summary(session, world, when), conditions(world), phrase("please_confirm", {})]);
}

function summary(session: Session, world: World, when: string): Phrase {
  const service = serviceFor(session.problem ?? "", tradeOf(session, world)).name[session.language];
  const address = session.address === null ? "" : addressInWords(session.address);
  if (session.name === null) return phrase("read_back", { service, address, when });
  return phrase("read_back_named", { name: session.name, service, address, when });
}

function conditions({ estimate }: World): Phrase {
  const numbers = { low: String(estimate.low), high: String(estimate.high), fee: String(estimate.diagnosticFee) };
  if (estimate.factor === 1) return phrase("conditions", numbers);
  return phrase("conditions_after_hours", { ...numbers, factor: String(estimate.factor) });
}

/** The answer to a read-back: yes books, no asks what to change, a changed fact is read back again (null goes on). */
export function confirmed(session: Session, before: Session, heard: Understanding, world: World): Decision | null {
  if (before.asked !== "confirm" || before.chosen === null) return null;
  const changed = heard.time.kind !== "none" || heard.address !== null;
  if (heard.intents.includes("deny") && !changed) {
    return asking({ ...session, chosen: null, offered: [], time: null }, "time", [phrase("ask_what_to_change", {})]);
  }
  if (!heard.intents.includes("confirm") || changed) return null;
  return settle(session, before.chosen, world);
}

function settle(session: Session, slot: OfferedSlot, world: World): Decision {
  const when = inWords(slot, world, session.language);
  const done = { ...session, offered: [], chosen: null, time: null, closed: true };
  if (session.moving !== null)
    return telling(
      { ...done, moving: null },
      [phrase("moved", { when })],
      [{ do: "move", appointmentId: session.moving, slot }],
    );
  return telling(done, [phrase("booked", { when })], [{ do: "book", slot }]);
}

/** The chosen time was taken by somebody else between the offer and the yes: offer anew. */
export function slotGone(session: Session): Session {
  return { ...session, chosen: null, offered: [], closed: false };
}
