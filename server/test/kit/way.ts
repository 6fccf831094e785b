import { createConnection, createServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";
import type { DatabaseAddress } from "../../src/platform/database/database.ts";

/**
 * A way to the database that the test can cut and open again, as a restart of the database does, or make swallow whatever
 * is said on it, as a machine that lost its power does. What it once swallowed stays lost.
 */
export async function cuttableWay(address: DatabaseAddress) {
  const open = new Set<Socket>();
  let state: "open" | "cut" | "swallowing" = "open";
  let swallowed = 0;
  const swallow = (socket: Socket) =>
    socket.unpipe().on("data", ({ length }: Buffer) => {
      swallowed += length;
    });
  const server = createServer((near) => {
    if (state === "cut") return near.destroy();
    open.add(near);
    near.on("error", () => undefined).on("close", () => open.delete(near));
    if (state === "swallowing") return void swallow(near);
    const far = createConnection(placeOf(address.owner));
    open.add(far);
    far.on("error", () => undefined).on("close", () => open.delete(far));
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const bound = server.address();
  const port = typeof bound === "object" && bound !== null ? bound.port : 0;
  const by = (config: object) => ({ ...config, host: "127.0.0.1", port });
  return {
    address: { owner: by(address.owner), app: by(address.app), platform: by(address.platform) },
    cut() {
      state = "cut";
      for (const socket of open) socket.destroy();
    },
    swallow() {
      state = "swallowing";
      for (const socket of open) swallow(socket);
    },
    /** So many bytes, by now. */
    swallowed: () => swallowed,
    mend() {
      state = "open";
    },
  };
}

/** PostgreSQL listens on a port, or on a socket in the folder that stands for the host. */
function placeOf({ host = "127.0.0.1", port = 5432 }: DatabaseAddress["owner"]) {
  return host.startsWith("/") ? { path: `${host}/.s.PGSQL.${port}` } : { host, port };
}
