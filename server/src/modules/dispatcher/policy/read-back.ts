import { serviceFor } from "../tools/services.ts";
import { isOnSite, tradeOf } from "../tools/trade.ts";
import { type Phrase, phrase } from "../wording/phrases.ts";
import { conditions } from "./answers.ts";
import { asking, type Decision, type Turn, telling } from "./decision.ts";
import { says, saysWhen } from "./heard.ts";
import { addressInWords, inWords } from "./in-words.ts";
import { ended, type OfferedSlot, type Session } from "./session.ts";
import { partNamed, saysWrong, wantsLater, wantsSooner, wordCount } from "./signs.ts";
import type { World } from "./world.ts";

/** Reads the visit back with its conditions, for a yes. What was read back before is asked for in short. */
export function readBack({ before, session, heard, world }: Turn, chosen: OfferedSlot, understood: boolean): Decision {
  const offered = session.offered.some((slot) => slot.start === chosen.start) ? session.offered : [chosen];
  const ready = { ...session, chosen, offered };
  const when = inWords(chosen, world, session.language);
  const isSame = before.asked === "confirm" && before.chosen?.start === chosen.start && !wasAskedWhatToChange(before);
  if (isSame && wantsSooner(heard.text))
    return asking(ready, "confirm", [phrase("soonest_time", { when }), pleaseConfirm(ready)]);
  if (isSame && !changes(before, session))
    return asking(ready, "confirm", [understood ? pleaseConfirm(ready) : phrase("confirm_again", { when })]);
  if (session.moving !== null)
    return asking(ready, "confirm", [phrase("read_back_move", { when }), pleaseConfirm(ready)]);
  return asking(ready, "confirm", [summary(ready, world, when), ...conditions(ready, world), pleaseConfirm(ready)]);
}

function pleaseConfirm({ moving }: Session): Phrase {
  return moving === null ? phrase("please_confirm", {}) : phrase("please_confirm_move", {});
}

/** Whether anything that was read back is not so any more. */
function changes(before: Session, session: Session): boolean {
  return before.name !== session.name || JSON.stringify(before.address) !== JSON.stringify(session.address);
}

function summary(session: Session, world: World, when: string): Phrase {
  const { name, address, language } = session;
  const service = serviceFor(session.problem ?? "", tradeOf(session, world)).name[language];
  if (!isOnSite(world.business.trade) || address === null)
    return name === null
      ? phrase("read_back_clinic", { service, when })
      : phrase("read_back_clinic_named", { name, service, when });
  const place = addressInWords(address, language);
  return name === null
    ? phrase("read_back", { service, address: place, when })
    : phrase("read_back_named", { name, service, address: place, when });
}

/**
 * The answer to a read-back: yes books, as does naming the same time again; no asks what to change. Null goes on: a fact
 * has changed and is read back again, as is what was denied and stays as it is; or something else was said.
 */
export function confirmed(turn: Turn): Decision | null {
  const { before, session, heard, world } = turn;
  const slot = before.chosen;
  if (before.asked !== "confirm" || slot === null || wantsLater(heard.text) || wantsSooner(heard.text)) return null;
  if (isCorrected(before, session)) return null;
  const { choice } = heard.understanding;
  const named = choice === null ? undefined : before.offered[choice - 1];
  const isOpen = wasAskedWhatToChange(before);
  const namesPart = isOpen && partNamed(heard.text) !== null && !says(heard, "confirm");
  if (says(heard, "deny") || saysWrong(heard.text) || namesPart)
    return saysWhen(heard) || (named !== undefined && named.start !== slot.start) ? null : denied(turn);
  if (isOpen) return null;
  if (named !== undefined) return named.start === slot.start ? settle(session, slot, world) : null;
  if (saysWhen(heard)) return namesSameTime(turn, slot) ? settle(session, slot, world) : null;
  return says(heard, "confirm") ? settle(session, slot, world) : null;
}

/** Whether a fact that was read back is another one now; a name that was missing is no correction. */
function isCorrected(before: Session, session: Session): boolean {
  const isRenamed = before.name !== null && before.name !== session.name;
  return isRenamed || JSON.stringify(before.address) !== JSON.stringify(session.address);
}

function namesSameTime({ session, world }: Turn, slot: OfferedSlot): boolean {
  return session.wish?.kind !== "asap" && world.fitting[0]?.start === slot.start;
}

/** The chosen time was denied as a whole, and is kept until the customer says what is not so. */
function wasAskedWhatToChange({ asked, chosen, offered }: Session): boolean {
  return asked === "confirm" && chosen !== null && offered.length === 0;
}

function denied({ before, session, heard, world }: Turn): Decision {
  const open = { ...session, chosen: null, offered: [], wish: null, later_than: null };
  if (session.moving !== null && world.upcoming !== null) {
    const when = inWords(world.upcoming, world, session.language);
    return telling(ended(session, "booked"), [phrase("visit_stays", { when })]);
  }
  const asked = wasAskedWhatToChange(before);
  const part = asked || wordCount(heard.text) > 1 ? partNamed(heard.text) : null;
  if (part === "address") return asking({ ...session, address: null }, "address", [phrase("ask_address", {})]);
  if (part === "name") return asking({ ...session, name: null }, "name", [phrase("ask_name", {})]);
  if (part === "time") return asking(open, "time", [phrase("ask_time", {})]);
  if (asked) return asking(open, "time", [phrase("ask_time", {})]);
  return asking({ ...open, chosen: session.chosen }, "confirm", [phrase("ask_what_to_change", {})]);
}

/** Books or moves; the name is asked for when it is still unknown, once, after the time is safe. */
function settle(session: Session, slot: OfferedSlot, world: World): Decision {
  const when = inWords(slot, world, session.language);
  const done = { ...ended(session, "booked"), turns: 1 };
  if (session.moving !== null)
    return telling(done, [phrase("moved", { when })], [{ do: "move", appointmentId: session.moving, slot }]);
  const booking = [{ do: "book" as const, slot }];
  if (session.name !== null || session.name_asked) return telling(done, [phrase("booked", { when })], booking);
  return asking({ ...done, name_asked: true }, "name", [phrase("booked", { when }), phrase("ask_name", {})], booking);
}
