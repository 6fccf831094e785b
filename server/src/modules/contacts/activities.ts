import { sql } from "kysely";
import { readCursor, toPage } from "#platform/http/cursor.ts";
import { NOT_FOUND, Refused } from "#platform/http/problem.ts";
import type { Scope } from "#platform/scope.ts";
import type { Activity } from "./schema.ts";

export type { Activity };

/** Something that a person has to do, such as calling a landline back. */
export type NewActivity = {
  type: Activity["type"];
  subject: string;
  description?: string | null;
  contactId?: string | null;
  callId?: string | null;
  conversationId?: string | null;
  priority?: Activity["priority"];
  dueAt?: Temporal.Instant | null;
};

const LONGEST_SUBJECT = 255;

/** Returns the activity's id. A subject longer than 255 characters is cut. */
export async function createActivity(scope: Scope, activity: NewActivity): Promise<string> {
  const row = rowOf(scope, activity);
  await scope.tx.insertInto("activities").values(row).execute();
  return row.id;
}

/** The same for what may be told again: of one cause there is one activity. */
export async function createActivityOnce(scope: Scope, cause: string, activity: NewActivity): Promise<void> {
  await scope.tx
    .insertInto("activities")
    .values({ ...rowOf(scope, activity), cause })
    .onConflict((conflict) => conflict.columns(["tenant_id", "cause"]).doNothing())
    .execute();
}

function rowOf(scope: Scope, activity: NewActivity) {
  return {
    tenant_id: scope.tenantId,
    id: scope.newId(),
    type: activity.type,
    subject: [...activity.subject].slice(0, LONGEST_SUBJECT).join(""),
    description: activity.description ?? null,
    contact_id: activity.contactId ?? null,
    call_id: activity.callId ?? null,
    conversation_id: activity.conversationId ?? null,
    priority: activity.priority ?? "normal",
    due_at: activity.dueAt ?? null,
  };
}

/** Marks an activity as done, or as to be done again. @throws Refused not_found. */
export async function completeActivity(scope: Scope, id: string, done = true): Promise<Activity> {
  await scope.tx
    .updateTable("activities")
    .set({ done_at: done ? scope.now() : null })
    .where("tenant_id", "=", scope.tenantId)
    .where("id", "=", id)
    .execute();
  const row = await activities(scope).where("activities.id", "=", id).executeTakeFirst();
  if (row === undefined) throw new Refused(NOT_FOUND, "There is no such activity.");
  return response(row);
}

export type ActivityFilter = {
  done: boolean;
  contact_id?: string | undefined;
  limit: number;
  cursor?: string | undefined;
};

/** Newest first. */
export async function listActivities(scope: Scope, filter: ActivityFilter) {
  const after = readCursor(filter.cursor);
  let query = activities(scope)
    .where("activities.done_at", filter.done ? "is not" : "is", null)
    .orderBy("activities.created_at", "desc")
    .orderBy("activities.id", "desc")
    .limit(filter.limit + 1);
  if (filter.contact_id !== undefined) query = query.where("activities.contact_id", "=", filter.contact_id);
  if (after !== null)
    query = query.where(
      sql<boolean>`(activities.created_at, activities.id) < (${after.sort}::timestamptz, ${after.id}::uuid)`,
    );
  return toPage((await query.execute()).map(response), filter.limit, (activity) => activity.created_at);
}

function activities(scope: Scope) {
  return scope.tx
    .selectFrom("activities")
    .leftJoin("contact_facts", (join) =>
      join
        .onRef("contact_facts.tenant_id", "=", "activities.tenant_id")
        .onRef("contact_facts.id", "=", "activities.contact_id"),
    )
    .selectAll("activities")
    .select(["contact_facts.name as contact_name", "contact_facts.phone as customer_phone"])
    .where("activities.tenant_id", "=", scope.tenantId);
}

type Row = Awaited<ReturnType<ReturnType<typeof activities>["executeTakeFirstOrThrow"]>>;

function response(row: Row): Activity {
  return {
    ...row,
    // The table's CHECK constraints hold the closed sets.
    type: row.type as Activity["type"],
    priority: row.priority as Activity["priority"],
  };
}
