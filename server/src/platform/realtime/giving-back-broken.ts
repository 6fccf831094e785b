import type { Pool } from "pg";

/**
 * The pool for a borrower that never gives a broken connection back, as Socket.IO's adapter does not: without this each
 * break would take one place of the pool for ever, until nobody gets a connection any more.
 */
export function givingBackBroken(pool: Pool): Pool {
  return new Proxy(pool, {
    get(target, name) {
      if (name === "connect") return () => connect(target);
      const value: unknown = Reflect.get(target, name);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}

async function connect(pool: Pool) {
  const client = await pool.connect();
  client.once("end", () => client.release(true));
  return client;
}
