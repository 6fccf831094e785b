import { phrase } from "../wording/phrases.ts";
import { type Decision, type Turn, telling } from "./decision.ts";
import { onlySays, says, saysWhen } from "./heard.ts";
import { ended } from "./session.ts";
import { changesMind, endsInQuestion, hesitation, wordCount } from "./signs.ts";
import type { Act } from "./world.ts";

/** A longer sentence with a no in it is about something. */
const LONGEST_NO = 4;

/** How a talk ends without a visit: the wrong person, an advertiser, a customer who does not want it. Null goes on. */
export function goodbye(turn: Turn): Decision | null {
  const { before, session, heard } = turn;
  if (says(heard, "wrong_number"))
    return telling(
      ended(session, "wrong_number"),
      [phrase("wrong_number", {})],
      [{ do: "close", outcome: "wrong_number" }],
    );
  if (says(heard, "spam") && session.problem === null) return telling(session, []);
  if (before.ended !== null) return afterTheEnd(turn);
  if (onlySays(heard, "thanks") && session.problem === null)
    return telling({ ...session, thanked: true }, before.thanked ? [] : [phrase("thanks", {})]);
  if (!declines(turn)) return null;
  return hesitation(heard.text) === "thinks_over" && !says(heard, "cancel") ? undecided(turn) : declined(turn);
}

/** The customer may come back: nothing is booked, and nothing is lost. Only what was offered can be put off. */
function undecided({ before, session }: Turn): Decision {
  const acts = before.offered.length > 0 || before.chosen !== null ? [UNDECIDED] : [];
  return telling(ended(session, "undecided"), [phrase("undecided", {})], acts);
}

const UNDECIDED: Act = { do: "close", outcome: "undecided" };

/** After the end only something new begins again; thanks are answered once. */
function afterTheEnd(turn: Turn): Decision | null {
  const { before, session, heard } = turn;
  if (onlySays(heard, "thanks") && !before.thanked)
    return telling({ ...session, thanked: true }, [phrase("thanks", {})]);
  if (declines(turn) || !beginsAgain(turn)) return telling(session, []);
  return null;
}

function beginsAgain({ before, session, heard }: Turn): boolean {
  const { level } = heard.understanding;
  if (heard.photos > 0 || level !== "routine" || session.address !== before.address) return true;
  if (
    (before.ended === "declined" || before.ended === "undecided") &&
    says(heard, "confirm") &&
    changesMind(heard.text)
  )
    return true;
  return says(
    heard,
    ...(["book", "reschedule", "give_problem", "give_time"] as const),
    ...(["ask_price", "ask_hours", "ask_area", "ask_eta", "ask_bot"] as const),
  );
}

/** No to the whole thing, and not only to a question or a time: without anything that leads on. */
function declines({ before, session, heard }: Turn): boolean {
  if (says(heard, "cancel")) return true;
  const { address, choice } = heard.understanding;
  if (address !== null || saysWhen(heard) || endsInQuestion(heard.text)) return false;
  // "Let me ask my wife first" takes no first offer.
  const takesOffer = choice !== null && wordCount(heard.text) <= LONGEST_NO;
  if (hesitation(heard.text) !== null && !takesOffer) return before.turns > 0 || says(heard, "deny");
  if (choice !== null) return false;
  if (!says(heard, "deny") || says(heard, "give_name", "confirm")) return false;
  const isAboutTheWhole = ["problem", "address", "none"].includes(before.asked);
  return isAboutTheWhole && session.problem === before.problem && wordCount(heard.text) <= LONGEST_NO;
}

function declined({ session }: Turn): Decision {
  return telling(ended(session, "declined"), [phrase("declined", {})], [{ do: "close", outcome: "declined" }]);
}
