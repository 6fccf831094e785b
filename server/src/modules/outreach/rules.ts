import type { GateFacts } from "./gate-facts.ts";
import { MOST_MACHINE_EXCHANGES } from "./loop.ts";
import { isAnswer, quietUntil } from "./quiet.ts";
import { A_PERSON, type RuleResult } from "./wish.ts";

type Rule = (facts: GateFacts) => RuleResult;

/** Countries that may be texted; all other prefixes are dearer than a text is worth, or fraud. */
const COUNTRIES = new Set(["US", "CA"]);
const LONGEST_BODY = 1600;
export const MOST_AUTOMATED_AN_HOUR = 20;
/** Texts a day, from all businesses together, to a phone that never wrote: its caller id may be forged. */
export const MOST_UNPROMPTED_A_DAY = 10;

const reachable: Rule = ({ recipient }) =>
  rule("reachable", !recipient.is_withheld && !recipient.is_ours, {
    yes: "The number is a person's.",
    no: recipient.is_ours ? "This is one of our own numbers." : "The caller withheld the number.",
  });

const country: Rule = ({ recipient }) =>
  rule("country", recipient.country !== null && COUNTRIES.has(recipient.country), {
    yes: "The number is in a country that may be texted.",
    no: "Only numbers of the United States and Canada may be texted.",
  });

const textable: Rule = ({ recipient }) =>
  rule("textable", recipient.line_type !== "landline" && recipient.line_type !== "tollFree", {
    yes: "Nothing says that this phone cannot receive texts.",
    no: "This phone cannot receive texts; call instead.",
  });

const length: Rule = ({ body_length, media_count }) =>
  rule("length", body_length <= LONGEST_BODY && body_length + media_count > 0, {
    yes: "The text has a length that the carrier takes.",
    no: body_length === 0 ? "The text is empty." : `The text is longer than ${LONGEST_BODY} characters.`,
  });

const optOut: Rule = ({ opted_out_since, confirms_opt_out }) => {
  if (confirms_opt_out)
    return rule("opt_out", true, {
      yes: "This is the one confirmation that may follow an opt-out.",
      no: "",
      citation: "47 CFR 64.1200(a)(12)",
    });
  return rule("opt_out", opted_out_since === null, {
    yes: "The person has not opted out of texts.",
    no: `The person opted out of texts on ${dateOf(opted_out_since)}.`,
    citation: "47 CFR 64.1200(a)(10)",
  });
};

const doNotContact: Rule = ({ do_not_contact, confirms_opt_out }) =>
  rule("do_not_contact", !do_not_contact || confirms_opt_out, {
    yes: "Nobody has marked the contact “do not contact”.",
    no: "The contact is marked “do not contact”.",
    citation: "47 CFR 64.1200(d)(6)",
  });

const exclusion: Rule = (facts) =>
  rule("exclusion", !facts.is_excluded || facts.is_staff || !isAutomated(facts), {
    yes: facts.is_excluded ? "The exclusion is for machines that write to outsiders." : "The number is not excluded.",
    no: "The number is excluded: family, crew or a supplier.",
  });

const consent: Rule = (facts) => {
  const { consents, confirms_opt_out } = facts;
  if (facts.class === "marketing")
    return rule("consent", consents.includes("express_written"), {
      yes: "The person agreed to marketing in writing.",
      no: "Marketing needs the person's written consent, and there is none.",
      citation: "47 CFR 64.1200(f)(9)",
    });
  if (facts.is_staff)
    return rule("consent", true, { yes: "The phone belongs to somebody who works in the business.", no: "" });
  const approached = facts.last_call_at !== null || facts.last_text_at !== null;
  if (!isAutomated(facts) && facts.class === "conversational")
    return rule("consent", true, {
      yes: "A person wrote it to this one recipient: not an automated text.",
      no: "",
      citation: "47 USC 227(a)(1)",
    });
  return rule("consent", approached || consents.length > 0 || confirms_opt_out, {
    yes: approached ? "The person called or texted us." : "The person's consent is on record.",
    no: "The person never called, texted or agreed to texts.",
    citation: "47 CFR 64.1200(a)(1), (f)(5)(ii)",
  });
};

const hours: Rule = (facts) => {
  if (isAnswer(facts))
    return rule("quiet_hours", true, {
      yes: facts.is_staff
        ? "It alerts somebody who works in the business."
        : "It answers the person's own call or text, which is no solicitation at any hour.",
      no: "",
      citation: "47 CFR 64.1200(f)(15)(i)",
    });
  const quiet = quietUntil(facts);
  if (quiet === null)
    return rule("quiet_hours", true, {
      yes: "It is daytime wherever the person may be.",
      no: "",
      citation: "47 CFR 64.1200(c)(1)",
    });
  const opens = quiet.until.toZonedDateTimeISO(quiet.zone);
  const when = `${opens.toPlainDate().toString()} ${opens.toPlainTime().toString({ smallestUnit: "minute" })}`;
  return rule("quiet_hours", Temporal.Instant.compare(quiet.until, facts.expires_at) < 0, {
    yes: `It is ${quiet.localTime} in ${quiet.zone}: the text waits until ${when}.`,
    no: `It is ${quiet.localTime} in ${quiet.zone}, and by ${when} the text would be of no use.`,
    citation: quiet.rule.citation,
  });
};

const oncePerWindow: Rule = ({ once_per_minutes, earlier, requested_by }) =>
  rule("once_per_window", once_per_minutes === null || earlier.same_asker === 0, {
    yes: "The same was not sent a moment ago.",
    no: `The person got a text of the same kind (${requested_by}) within ${once_per_minutes} minutes.`,
  });

const hourly: Rule = (facts) =>
  rule("hourly_limit", !isAutomated(facts) || facts.earlier.automated_last_hour < MOST_AUTOMATED_AN_HOUR, {
    yes: "The person got few automated texts in the last hour.",
    no: `The person got ${MOST_AUTOMATED_AN_HOUR} automated texts in the last hour.`,
  });

const loop: Rule = (facts) =>
  rule("loop", !isAutomated(facts) || facts.earlier.machine_exchanges < MOST_MACHINE_EXCHANGES, {
    yes: "A person seems to be at the other end.",
    no: "A machine seems to answer our texts; a person has to look.",
    citation: "Twilio 14107",
  });

const unprompted: Rule = ({ unprompted_enough }) =>
  rule("unprompted_limit", !unprompted_enough, {
    yes: "The phone is not being flooded.",
    no: `This phone never wrote and got ${MOST_UNPROMPTED_A_DAY} texts today; its caller id may be forged.`,
  });

const dailyCap: Rule = (facts) =>
  rule("daily_cap", !isAutomated(facts) || facts.sender.sent_today < facts.sender.daily_cap, {
    yes: "The number's limit of texts a day is not used up.",
    no: `Our number sent ${facts.sender.daily_cap} texts today, which is its limit.`,
  });

const registration: Rule = ({ sender }) =>
  rule("sender_registered", sender.is_registered && sender.status === "active", {
    yes: "Our number is registered for texts.",
    no: sender.is_registered ? "Our number is not active." : "Our number is not registered for texts yet.",
    citation: "Twilio 30034",
  });

const ownership: Rule = ({ pen }) =>
  rule("ownership", pen === null || pen.held === pen.current, {
    yes: "The asker holds the pen of the conversation.",
    no: "Somebody else has taken over the conversation.",
  });

/** In the order in which a refusal is named. */
export const RULES: readonly Rule[] = [
  reachable,
  country,
  textable,
  length,
  optOut,
  doNotContact,
  exclusion,
  consent,
  ownership,
  registration,
  oncePerWindow,
  hourly,
  loop,
  unprompted,
  dailyCap,
  hours,
];

function isAutomated(facts: GateFacts): boolean {
  return facts.requested_by !== A_PERSON;
}

function rule(id: string, passed: boolean, said: { yes: string; no: string; citation?: string }): RuleResult {
  const sentence = passed ? said.yes : said.no;
  return { id, passed, sentence, ...(said.citation === undefined ? {} : { citation: said.citation }) };
}

function dateOf(moment: Temporal.Instant | null): string {
  return moment === null ? "an unknown day" : moment.toZonedDateTimeISO("UTC").toPlainDate().toString();
}
