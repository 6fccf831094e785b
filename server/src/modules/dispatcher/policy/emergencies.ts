import type { Hazard, Understanding } from "#understanding";
import { type Phrase, phrase } from "../wording/phrases.ts";
import { type Decision, telling } from "./decision.ts";
import type { Session } from "./session.ts";
import type { Act, World } from "./world.ts";

/** People in danger: safety words first, then a person is reached. Nothing else is talked about. */
export function lifeInDanger(session: Session, { level, hazard }: Understanding, world: World): Decision | null {
  if (level !== "life") return null;
  const acts: Act[] = [
    { do: "alert_owner", kind: "life" },
    { do: "hand_over", reason: "life_danger", urgent: true },
  ];
  const phrases = [safetyWords(hazard), phrase("person_is_alerted", { business: world.business.name })];
  return telling({ ...session, owner_alerted: true }, phrases, acts);
}

function safetyWords(hazard: Hazard | null): Phrase {
  switch (hazard) {
    case "gas":
      return phrase("life_gas", {});
    case "co":
      return phrase("life_co", {});
    case "fire":
      return phrase("life_fire", {});
    case "electrical":
      return phrase("life_electrical", {});
    case "flood":
      return phrase("life_flood", {});
    case "medical":
      return phrase("life_medical", {});
    case "security":
      return phrase("life_security", {});
    default:
      return phrase("life_other", {});
  }
}

/** Somebody must be reached now, though nobody is in danger: the owner is alerted once, and booking goes on. */
export function urgentNow(session: Session): { session: Session; acts: Act[]; phrases: Phrase[] } {
  if (session.level !== "urgent" || session.owner_alerted) return { session, acts: [], phrases: [] };
  const advice: Phrase[] = [];
  if (session.hazard === "flood") advice.push(phrase("urgent_flood", {}));
  if (session.hazard === "electrical") advice.push(phrase("urgent_electrical", {}));
  return {
    session: { ...session, owner_alerted: true },
    acts: [{ do: "alert_owner", kind: "urgent" }],
    phrases: [...advice, phrase("urgent_alerted", {})],
  };
}
