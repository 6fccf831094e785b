import type { Server as HttpServer } from "node:http";
import type { PoolConfig } from "pg";
import { Server, type Socket } from "socket.io";
import type { Clock } from "../clock.ts";
import type { Authenticate } from "../http/route.ts";
import type { Nudge } from "../ports.ts";
import { openBus } from "./bus.ts";
import { type SessionOf, watchSessions } from "./session-watch.ts";

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
 * (topic, id), never data, and end with their session. PostgreSQL carries nudges between processes; after a gap in that,
 * every page asks again, and the session of every socket is looked at again: its end may be what was missed.
 */
export function createRealtime({ http, address, clock, authenticate }: RealtimeParts): Realtime {
  const io = new Server(http, { serveClient: false });
  const sessionOf = (socket: Socket) => authenticate(cookiesOf(socket.handshake.headers.cookie));
  const watch = watchSessions({ clock, sessionOf });
  const tell = (message: Message) => {
    if ("nudge" in message) io.to(room(message.tenantId)).emit("nudge", message.nudge);
    else io.in(sessionRoom(message.closedSession)).disconnectSockets(true);
  };
  const missed = () => {
    io.emit("gap");
    watch.lookAtAll();
  };
  const bus = openBus<Message>(address, { heard: tell, missed });
  const tellAll = (message: Message) => {
    tell(message);
    bus.send(message);
  };
  io.use((socket, next) => {
    admit(socket, sessionOf).then(next, () => next(new Error("unavailable")));
  });
  io.on("connection", watch.begin);
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
async function admit(socket: Socket, sessionOf: SessionOf): Promise<Error | undefined> {
  const session = await sessionOf(socket);
  if (session === null) return new Error("unauthenticated");
  await socket.join([room(session.tenant.id), sessionRoom(session.id)]);
  return undefined;
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
