import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { simulator } from "./simulator-api.ts";

/** Everything the simulated carrier tells about; each means that what is shown may have changed. */
const NEWS = [
  "call.heard",
  "call.status",
  "clock.moved",
  "faults.changed",
  "handset.changed",
  "heard",
  "message.created",
  "message.received",
  "message.status",
  "webhook",
];

/** News come in bursts: one look at the world answers many. */
const GATHER_MS = 120;

/** The phones, the clock and the faults of the simulated world, kept up to date by its stream of events. */
export function useWorld() {
  const client = useQueryClient();
  useEffect(() => {
    const stream = simulator.events();
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      waiting ??= setTimeout(() => {
        waiting = undefined;
        void client.invalidateQueries({ queryKey: ["simulator"] });
      }, GATHER_MS);
    };
    for (const type of NEWS) stream.addEventListener(type, look);
    return () => {
      clearTimeout(waiting);
      stream.close();
    };
  }, [client]);
  const handsets = useQuery({ queryKey: ["simulator", "handsets"], queryFn: simulator.handsets });
  const clock = useQuery({ queryKey: ["simulator", "clock"], queryFn: simulator.clock });
  const faults = useQuery({ queryKey: ["simulator", "faults"], queryFn: simulator.faults });
  const numbers = useQuery({ queryKey: ["simulator", "numbers"], queryFn: simulator.numbers });
  return { handsets, clock, faults, numbers };
}
