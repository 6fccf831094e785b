import { type QueryClient, type QueryKey, useQueryClient } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { io } from "socket.io-client";
import { sessionQuery } from "../api/session.ts";
import type { Nudge } from "../api/types.ts";

/** Which queries a topic makes stale. A conversation carries its visit and lead with it. */
const concerned: Record<string, (id: string) => QueryKey[]> = {
  calls: () => [["calls"], ["line"]],
  conversations: () => [["conversations"]],
  conversation: (id) => [["conversation", id], ["contacts"]],
  leads: () => [["leads"]],
  appointments: () => [["appointments"]],
  settings: () => [["settings"], ["business"], ["numbers"], ["excluded-callers"]],
  line: () => [["line"]],
  reconciliation: () => [["reconciliation"]],
  webhooks: () => [["webhooks"]],
};

let isLive = true;
const listeners = new Set<() => void>();

function setLive(live: boolean): void {
  isLive = live;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** False while the page does not hear the server. */
export const useIsLive = (): boolean => useSyncExternalStore(subscribe, () => isLive);

/** Every page hears of a gap at once, and one server answers them all. */
const SPREAD_MS = 1_000;
const CONNECT_AGAIN_MS = 2_000;

function connect(client: QueryClient): () => void {
  const socket = io({ transports: ["websocket", "polling"] });
  let hasBeenLive = false;
  let reload: number | undefined;
  let connectAgain: number | undefined;
  socket.on("connect", () => {
    if (hasBeenLive) void client.invalidateQueries();
    hasBeenLive = true;
    setLive(true);
  });
  socket.on("disconnect", (reason) => {
    setLive(false);
    // The server ends a session's sockets; another session of the same browser may have begun.
    if (reason === "io server disconnect") socket.connect();
  });
  socket.on("connect_error", () => {
    setLive(false);
    // Socket.IO tries again when there is no connection, not when the server refused: the session may be over.
    if (socket.active) return;
    void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    connectAgain = window.setTimeout(() => socket.connect(), CONNECT_AGAIN_MS);
  });
  socket.on("nudge", ({ topic, id }: Nudge) => {
    for (const queryKey of concerned[topic]?.(id) ?? []) void client.invalidateQueries({ queryKey });
  });
  socket.on("gap", () => {
    reload ??= window.setTimeout(() => {
      reload = undefined;
      void client.invalidateQueries();
    }, Math.random() * SPREAD_MS);
  });
  const onOffline = () => setLive(false);
  const onOnline = () => setLive(socket.connected);
  window.addEventListener("offline", onOffline);
  window.addEventListener("online", onOnline);
  return () => {
    window.clearTimeout(reload);
    window.clearTimeout(connectAgain);
    window.removeEventListener("offline", onOffline);
    window.removeEventListener("online", onOnline);
    socket.close();
    setLive(true);
  };
}

/** Asks again for what the page shows whenever the server says that it changed, and after a gap in the connection. */
export function useRealtime(isSignedIn: boolean): void {
  const client = useQueryClient();
  useEffect(() => (isSignedIn ? connect(client) : undefined), [client, isSignedIn]);
}
