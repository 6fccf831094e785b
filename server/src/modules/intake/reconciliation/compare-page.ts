import type { Ports } from "#platform/ports.ts";
import { type Scope, SYSTEM } from "#platform/scope.ts";
import { dedupeKeyOf } from "../dedupe-key.ts";
import { type WebhookTopic, webhookTopics } from "../topics.ts";
import { type KnownInInbox, lookInInbox } from "./inbox.ts";
import type { ListedRow } from "./listed-rows.ts";
import { listedTopics, type Standing } from "./listed-topics.ts";
import type { Finding } from "./tally.ts";
import { mayStillCome } from "./window.ts";

/** A row beside our records: what to do about it, and under which address it takes the webhooks' way. */
export type ComparedRow = ListedRow & { finding: Finding; dedupeKey: string; subject: string };

/** Compares a page with the records of those whose rows they are. Reads only: where nothing is new, nothing is written. */
export async function comparePage(ports: Ports, tenantId: string, rows: readonly ListedRow[]): Promise<ComparedRow[]> {
  if (rows.length === 0) return [];
  return ports.scope(tenantId, SYSTEM, async (scope) => {
    const standings = await standingsOf(scope, rows);
    const addressed = rows.flatMap((row) => addressOf(scope, row, standings.get(row.sid) ?? MISSING));
    const news = addressed.filter(({ standing: { kind } }) => kind !== "held" && kind !== "foreign");
    const inbox = await lookInInbox(scope, {
      subjects: unique(news.map(({ subject }) => subject)),
      dedupeKeys: unique(news.map(({ dedupeKey }) => dedupeKey)),
    });
    return addressed.map((row) => {
      const { about, standing } = row;
      const isCounted = row.topic !== "leg-listed";
      const finding = { about, isCounted, standing, fate: fateOf(row, inbox, scope.now()) };
      const phoneNumberId = row.phoneNumberId ?? standing.phoneNumberId ?? inbox.numberOf(row.subject);
      return { ...row, phoneNumberId, finding };
    });
  });
}

const MISSING: Standing = { kind: "missing" };

type Addressed = ListedRow & { standing: Standing; dedupeKey: string; subject: string };

/** What completes a call or text says more than the row that told of it, and has a key of its own. */
function addressOf({ answers }: Scope, row: ListedRow, standing: Standing): Addressed[] {
  const topic: WebhookTopic | undefined = answers(webhookTopics).find((one) => one.topic === row.topic);
  const subject = topic?.subjectOf(row.params) ?? null;
  if (topic === undefined || subject === null) return [];
  const key = dedupeKeyOf(topic, row.params);
  const dedupeKey = standing.kind === "completed" ? `${key} for ${row.params["Price"] ?? "nothing"}` : key;
  return [{ ...row, standing, subject, dedupeKey }];
}

async function standingsOf(scope: Scope, rows: readonly ListedRow[]): Promise<ReadonlyMap<string, Standing>> {
  const standings = new Map<string, Standing>();
  for (const owner of scope.answers(listedTopics)) {
    const theirs = rows.filter(({ topic }) => topic === owner.topic).map(({ params }) => params);
    if (theirs.length === 0) continue;
    for (const [sid, standing] of await owner.compare(scope, theirs)) standings.set(sid, standing);
  }
  return standings;
}

function fateOf(row: Addressed, inbox: KnownInInbox, now: Temporal.Instant): Finding["fate"] {
  const { kind } = row.standing;
  if (kind === "held" || kind === "foreign") return "nothing";
  if (inbox.waits(row.subject)) return "on_its_way";
  const status = inbox.statusOf(row.dedupeKey);
  // What the inbox received already says nothing new; what died in it waits for a person.
  if (status !== null) return status === "dead" ? "stuck" : "nothing";
  if (kind === "completed") return "completed";
  return mayStillCome(row.changedAt, now) ? "on_its_way" : "repaired";
}

const unique = (texts: readonly string[]) => [...new Set(texts)];
