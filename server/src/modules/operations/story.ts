import { NOT_FOUND, Refused } from "#platform/http/problem.ts";
import type { Scope } from "#platform/scope.ts";
import { costsOf } from "./costs.ts";
import { maskFact, maskPhones } from "./masking.ts";
import type { Story, StoryEntry } from "./schema.ts";
import { type Fact, findChapter, selectFacts } from "./story-sources.ts";
import { inWords } from "./story-words.ts";

const KINDS: Record<Fact["source"], StoryEntry["kind"]> = {
  webhook: "webhook",
  event: "event",
  delivery_job: "job",
  decision: "decision",
  send: "send",
  accepted: "send",
  delivery: "delivery",
  message: "message",
  turn: "decision",
  appointment: "appointment",
  lead: "lead",
  text_back: "decision",
};

/**
 * Everything that one call brought about, on one line of time: webhooks, events, decisions, jobs, sends and what became
 * of them. `call` is its id or the carrier's SID. Who may not see personal data sees masked phone numbers and no words.
 * @throws Refused not_found.
 */
export async function storyOf(scope: Scope, call: string, seesPersonalData: boolean): Promise<Story> {
  const found = await findChapter(scope, call);
  if (found === null) throw new Refused(NOT_FOUND, "There is no such call. Give its id or the carrier's call SID.");
  const known = await selectFacts(scope, found.chapter);
  const facts = seesPersonalData ? known : known.map(maskFact);
  const { call: row } = found;
  const shown = (phone: string | null) => (phone === null || seesPersonalData ? phone : maskPhones(phone));
  const startedAt = row.started_at ?? scope.now();
  return {
    call: {
      id: row.id ?? "",
      call_sid: row.call_sid ?? "",
      customer_phone: shown(row.customer_phone),
      // Of a call that we made, this is the customer.
      called_phone: (row.direction === "outbound" ? shown(row.called_phone) : row.called_phone) ?? "",
      status: row.status ?? "",
      missed: row.missed,
      missed_reason: row.missed_reason,
      started_at: startedAt,
      ended_at: row.ended_at,
      conversation_id: row.conversation_id,
    },
    costs: await costsOf(scope, found.chapter),
    entries: facts.map((fact) => ({
      id: `${fact.source}:${fact.id}`,
      at: fact.at,
      kind: KINDS[fact.source],
      ...inWords(fact),
      since_start_ms: Math.round(fact.at.since(startedAt).total("milliseconds")),
      data: fact.data,
    })),
  };
}
