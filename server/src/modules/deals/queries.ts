import { sql } from "kysely";
import { readCursor, toPage } from "#platform/http/cursor.ts";
import type { Scope } from "#platform/scope.ts";
import { escapeLike, phoneFragment } from "#platform/values/search-words.ts";
import type { LeadResponse } from "./schema.ts";

const OPEN = ["new", "contacted", "qualified", "quoted"] as const;

function leads(scope: Scope) {
  return scope.tx
    .selectFrom("leads")
    .leftJoin("contact_facts", (join) =>
      join.onRef("contact_facts.tenant_id", "=", "leads.tenant_id").onRef("contact_facts.id", "=", "leads.contact_id"),
    )
    .selectAll("leads")
    .select(["contact_facts.name as contact_name", "contact_facts.phone as customer_phone"])
    .where("leads.tenant_id", "=", scope.tenantId);
}

type Row = Awaited<ReturnType<ReturnType<typeof leads>["executeTakeFirstOrThrow"]>>;

export async function findLead(scope: Scope, id: string): Promise<LeadResponse | null> {
  const row = await leads(scope).where("leads.id", "=", id).executeTakeFirst();
  return row === undefined ? null : response(row);
}

/** The newest lead of a conversation that is neither won nor lost. */
export async function findOpenLead(scope: Scope, conversationId: string): Promise<LeadResponse | null> {
  const row = await newest(scope, conversationId).where("leads.status", "in", OPEN).executeTakeFirst();
  return row === undefined ? null : response(row);
}

/** The newest lead of a conversation, whatever became of it. */
export async function findLatestLead(scope: Scope, conversationId: string): Promise<LeadResponse | null> {
  const row = await newest(scope, conversationId).executeTakeFirst();
  return row === undefined ? null : response(row);
}

function newest(scope: Scope, conversationId: string) {
  return leads(scope).where("leads.conversation_id", "=", conversationId).orderBy("leads.id", "desc").limit(1);
}

export async function listLeads(
  scope: Scope,
  filter: {
    status?: LeadResponse["status"] | undefined;
    q?: string | undefined;
    limit: number;
    cursor?: string | undefined;
  },
) {
  const after = readCursor(filter.cursor);
  let query = leads(scope)
    .orderBy("leads.created_at", "desc")
    .orderBy("leads.id", "desc")
    .limit(filter.limit + 1);
  if (filter.status !== undefined) query = query.where("leads.status", "=", filter.status);
  if (after !== null)
    query = query.where(sql<boolean>`(leads.created_at, leads.id) < (${after.sort}::timestamptz, ${after.id}::uuid)`);
  if (filter.q !== undefined && filter.q !== "") {
    const words = filter.q;
    const digits = phoneFragment(words);
    const byPhone = digits === null ? sql`false` : sql`contact_facts.phone like ${`%${digits}%`}`;
    query = query.where(
      sql<boolean>`(leads.search @@ websearch_to_tsquery('english', ${words})
        or contact_facts.name ilike ${`%${escapeLike(words)}%`} or ${byPhone})`,
    );
  }
  return toPage((await query.execute()).map(response), filter.limit, (lead) => lead.created_at);
}

function response(row: Row): LeadResponse {
  return {
    ...row,
    // The table's CHECK constraints hold the closed sets.
    status: row.status as LeadResponse["status"],
    urgency_level: row.urgency_level as LeadResponse["urgency_level"],
  };
}
