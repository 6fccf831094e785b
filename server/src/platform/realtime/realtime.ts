import type { Server as HttpServer } from "node:http";
import type { PoolConfig } from "pg";
import { Server, type Socket } from "socket.io";
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

/**
 * Socket.IO on the HTTP server. The server alone decides the room: that of the session's business. Sockets carry nudges
 * (topic, id), never data. PostgreSQL carries nudges between processes; after a gap in that, every page asks again.
 */
export function createRealtime(http: HttpServer, address: PoolConfig, authenticate: Authenticate): Realtime {
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
  const session = await authenticate(cookiesOf(socket.handshake.headers.cookie)).catch(() => null);
  if (session === null) throw new Error("unauthenticated");
  await socket.join([room(session.tenant.id), sessionRoom(session.id)]);
}

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
