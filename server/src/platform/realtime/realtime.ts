import type { Server as HttpServer } from "node:http";
import type { PoolConfig } from "pg";
import { Server, type Socket } from "socket.io";
import type { Clock } from "../clock.ts";
import type { Authenticate } from "../http/route.ts";
import type { Nudge } from "../ports.ts";
import { openBus } from "./bus.ts";

export type Realtime = {
  publish(tenantId: string, nudges: readonly Nudge[]): void;
  /** Ends the sockets of a session, whichever process they are at. */
  disconnect(sessionId: string): void;
  close(): Promise<void>;
};

type Message = { tenantId: string; nudge: Nudge } | { closedSession: string };

export type RealtimeParts = { http: HttpServer; address: PoolConfig; clock: Clock; authenticate: Authenticate };

/**
 * Socket.IO on the HTTP server. The server alone decides the room: that of the session's business. Sockets carry nudges
 * (topic, id), never data, and end with their session. PostgreSQL carries nudges between processes; after a gap in that, every page asks again.
 */
export function createRealtime({ http, address, clock, authenticate }: RealtimeParts): Realtime {
  const io = new Server(http, { serveClient: false });
  const tell = (message: Message) => {
    if ("nudge" in message) io.to(room(message.tenantId)).emit("nudge", message.nudge);
    else io.in(sessionRoom(message.closedSession)).disconnectSockets(true);
  };
  const bus = openBus<Message>(address, { heard: tell, missed: () => io.emit("gap") });
  const tellAll = (message: Message) => {
    tell(message);
    bus.send(message);
  };
  io.use((socket, next) => {
    admit(socket, authenticate).then(() => next(), next);
  });
  io.on("connection", (socket) => void endWithSession(socket, clock, authenticate));
  return {
    publish(tenantId, nudges) {
      for (const nudge of nudges) tellAll({ tenantId, nudge });
    },
    disconnect: (closedSession) => tellAll({ closedSession }),
    async close() {
      await io.close();
      await bus.close();
    },
  };
}

/** Puts a signed-in person's socket into the room of their business, and into that of the session it ends with. */
async function admit(socket: Socket, authenticate: Authenticate): Promise<void> {
  const session = await sessionOf(socket, authenticate);
  if (session === null) throw new Error("unauthenticated");
  await socket.join([room(session.tenant.id), sessionRoom(session.id)]);
}

/**
 * Looks at the session again, now and when it is to end: who signed out while the socket was let in was not found by the
 * sign-out, and a session that runs out says so to nobody. Use moves the end.
 */
async function endWithSession(socket: Socket, clock: Clock, authenticate: Authenticate): Promise<void> {
  const session = await sessionOf(socket, authenticate);
  if (session === null) return void socket.disconnect(true);
  if (!socket.connected) return;
  socket.once(
    "disconnect",
    clock.schedule(session.ends_at, () => void endWithSession(socket, clock, authenticate)),
  );
}

const sessionOf = (socket: Socket, authenticate: Authenticate) =>
  authenticate(cookiesOf(socket.handshake.headers.cookie)).catch(() => null);

const room = (tenantId: string) => `tenant:${tenantId}`;
const sessionRoom = (sessionId: string) => `session:${sessionId}`;

function cookiesOf(header = ""): Record<string, string> {
  return Object.fromEntries(
    header
      .split(";")
      .map((pair) => pair.trim().split("=", 2))
      .filter((pair) => pair.length === 2),
  );
}
