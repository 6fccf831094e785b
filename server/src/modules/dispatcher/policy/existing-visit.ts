import type { Understanding } from "#understanding";
import { phrase } from "../wording/phrases.ts";
import { asking, type Decision, telling } from "./decision.ts";
import { inWords } from "./in-words.ts";
import type { Session } from "./session.ts";
import type { World } from "./world.ts";

/** Confirming, cancelling and moving the visit that a customer already has; or giving up one that is being talked about. */
export function existingVisit(
  session: Session,
  before: Session,
  { intents }: Understanding,
  world: World,
): Decision | null {
  const talkingAboutNew = before.chosen !== null || before.offered.length > 0;
  if (intents.includes("reschedule")) return startMoving(session, world);
  if (intents.includes("cancel")) return cancel(session, world);
  if (intents.includes("confirm") && !talkingAboutNew && world.upcoming !== null && session.moving === null) {
    const { id } = world.upcoming;
    return telling(
      session,
      [phrase("visit_confirmed", { when: inWords(world.upcoming, world, session.language) })],
      [{ do: "confirm_visit", appointmentId: id }],
    );
  }
  return null;
}

function cancel(session: Session, world: World): Decision {
  if (world.upcoming !== null) {
    const when = inWords(world.upcoming, world, session.language);
    return telling(
      { ...session, moving: null, offered: [], chosen: null, closed: true },
      [phrase("visit_cancelled", { when })],
      [{ do: "cancel_visit", appointmentId: world.upcoming.id }],
    );
  }
  return telling(
    { ...session, closed: true, offered: [], chosen: null },
    [phrase("declined", {})],
    [{ do: "close", outcome: "declined" }],
  );
}

/** The old visit stands until the new time is confirmed. Null goes on to offering times. */
function startMoving(session: Session, world: World): Decision | null {
  if (world.upcoming === null) {
    if (session.chosen !== null || session.offered.length > 0 || session.problem !== null) return null;
    return asking(session, "problem", [phrase("no_visit_found", {}), phrase("ask_problem", {})]);
  }
  return null;
}
