import { type QueryClient, type QueryKey, useQueryClient } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { io } from "socket.io-client";
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

function connect(client: QueryClient): () => void {
  const socket = io({ transports: ["websocket", "polling"] });
  let hasBeenLive = false;
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
  socket.on("nudge", ({ topic, id }: Nudge) => {
    for (const queryKey of concerned[topic]?.(id) ?? []) void client.invalidateQueries({ queryKey });
  });
  socket.on("gap", () => void client.invalidateQueries());
  const onOffline = () => setLive(false);
  const onOnline = () => setLive(socket.connected);
  window.addEventListener("offline", onOffline);
  window.addEventListener("online", onOnline);
  return () => {
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
