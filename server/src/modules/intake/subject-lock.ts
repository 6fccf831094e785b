import { type RawBuilder, sql } from "kysely";

/** The key of the advisory lock under which a subject's webhooks are received, one transaction at a time. */
export function subjectLock(tenantId: RawBuilder<string>, subject: RawBuilder<string>): RawBuilder<number> {
  return sql<number>`hashtextextended(${tenantId}::text || ${subject}, 0)`;
}
