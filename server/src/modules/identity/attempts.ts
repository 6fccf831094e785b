import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Ports } from "#platform/ports.ts";

/** From this try on the next one has to wait. */
const FREE_TRIES = 5;
/** NIST SP 800-63B section 5.2.2: waits that grow up to an hour. */
const LONGEST_WAIT_SECONDS = 3600;
const FORGOTTEN_AFTER_HOURS = 24;

/** Who tries: an e-mail, from a browser that signed in with it before or from anywhere else. */
export type Tried = { email: string; device: string | null };

/** A try that may be judged, with the account it is about if there is one; or how long to wait. */
export type Attempt =
  | { kind: "allowed"; user: { id: string; password_hash: string } | null }
  | { kind: "wait"; seconds: number };

/**
 * Counts a try before it is judged, so that any number at once is no more than so many one after another. Waits double
 * from a second to an hour. A browser that signed in before has a count of its own (OWASP: device cookies): strangers who
 * guess keep each other waiting, never the owner. An e-mail that nobody has is counted, and found out, alike.
 */
export async function countAttempt({ clock, database }: Ports, tried: Tried): Promise<Attempt> {
  const now = clock.now();
  const subject = subjectOf(tried);
  const { rows } = await sql<{ id: string | null; password_hash: string | null }>`
    with attempt as (
      insert into sign_in_attempts as known (subject, failed_attempts, wait_until, last_attempt_at)
      values (${subject}, 1, null, ${now})
      on conflict (subject) do update set
        failed_attempts = known.failed_attempts + 1,
        wait_until = case when known.failed_attempts + 1 < ${FREE_TRIES} then null else ${now}::timestamptz + interval '1 second'
          * least(power(2, known.failed_attempts + 1 - ${FREE_TRIES}::int), ${LONGEST_WAIT_SECONDS}) end,
        last_attempt_at = ${now}
      where known.wait_until is null or known.wait_until <= ${now}
      returning wait_until
    ), shown as (
      update users set failed_login_attempts = failed_login_attempts + 1, locked_until = attempt.wait_until
      from attempt where email = ${tried.email}
    )
    select users.id, users.password_hash
    from attempt left join users on users.email = ${tried.email} and users.status = 'active'`.execute(
    database.platform,
  );
  const [row] = rows;
  if (row === undefined) return { kind: "wait", seconds: await secondsLeft({ clock, database }, subject) };
  const { id, password_hash } = row;
  return { kind: "allowed", user: id === null || password_hash === null ? null : { id, password_hash } };
}

/** After a right password: the count of this browser, or of strangers, starts again; old counts are swept out. */
export async function forgetAttempts({ clock, database }: Ports, tried: Tried): Promise<void> {
  await database.platform
    .deleteFrom("sign_in_attempts")
    .where((either) =>
      either.or([
        either("subject", "=", subjectOf(tried)),
        either("last_attempt_at", "<", clock.now().subtract({ hours: FORGOTTEN_AFTER_HOURS })),
      ]),
    )
    .execute();
}

async function secondsLeft({ clock, database }: Pick<Ports, "clock" | "database">, subject: Buffer): Promise<number> {
  const row = await database.platform
    .selectFrom("sign_in_attempts")
    .select("wait_until")
    .where("subject", "=", subject)
    .executeTakeFirst();
  const left = row?.wait_until?.since(clock.now()).total("seconds") ?? 0;
  return Math.max(1, Math.ceil(left));
}

function subjectOf({ email, device }: Tried): Buffer {
  return createHash("sha256")
    .update(`${email.toLowerCase()}\n${device ?? ""}`)
    .digest();
}
