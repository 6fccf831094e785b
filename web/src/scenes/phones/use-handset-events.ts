import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { faultsQuery, handsetQuery, watchSimulator } from "../../api/simulator.ts";

const told = ["handset.changed", "faults.changed", "message.status", "message.received", "call.status"];

/** Asks again for a handset whenever something happened to it, and for the story whenever the carrier reported something. */
export function useHandsetEvents(): void {
  const client = useQueryClient();
  useEffect(
    () =>
      watchSimulator(told, ({ type, data }) => {
        if (type === "handset.changed") {
          void client.invalidateQueries({ queryKey: handsetQuery(String(data["number"])).queryKey });
        } else if (type === "faults.changed") {
          void client.invalidateQueries({ queryKey: faultsQuery.queryKey });
        } else {
          void client.invalidateQueries({ queryKey: ["calls"] });
        }
      }),
    [client],
  );
}
