import type { Socket } from "socket.io";
import type { Cancel, Clock } from "../clock.ts";
import type { Session } from "../http/route.ts";

/** The session that a socket was opened with, or null when that is over. Rejects when nobody can tell. */
export type SessionOf = (socket: Socket) => Promise<Session | null>;

/** A database that is away says nothing about a session. */
const ASK_AGAIN = { seconds: 1 };

/**
 * Ends sockets with their sessions. Each is looked at when the socket begins and when the session is to end: who signed
 * out while the socket was let in was not found by the sign-out, and a session that runs out says so to nobody. Use moves
 * the end.
 */
export function watchSessions({ clock, sessionOf }: { clock: Clock; sessionOf: SessionOf }) {
  const nextLooks = new Map<Socket, Cancel>();

  async function look(socket: Socket): Promise<void> {
    const next = await sessionOf(socket).then(
      (session) => session?.ends_at ?? null,
      () => clock.now().add(ASK_AGAIN),
    );
    if (!nextLooks.has(socket)) return;
    if (next === null) socket.disconnect(true);
    else lookAt(socket, next);
  }

  function lookAt(socket: Socket, at: Temporal.Instant): void {
    nextLooks.get(socket)?.();
    nextLooks.set(
      socket,
      clock.schedule(at, () => void look(socket)),
    );
  }

  return {
    begin(socket: Socket): void {
      nextLooks.set(socket, () => undefined);
      socket.once("disconnect", () => {
        nextLooks.get(socket)?.();
        nextLooks.delete(socket);
      });
      void look(socket);
    },
    /** Looks at every session again. */
    lookAtAll(): void {
      for (const socket of nextLooks.keys()) void look(socket);
    },
  };
}
