import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Clock } from "lucide-react";
import { useTranslation } from "react-i18next";
import { CLOCK_MOVES, moveClock, simulatedClockQuery } from "../../../api/simulator.ts";
import { Button } from "../../../ui/button.tsx";
import { useNow, usePlace } from "../../../ui/clock.tsx";
import { clockTime, shortDay } from "../../../ui/format/time.ts";
import { nextMonday } from "./next-monday.ts";

const advances = [
  { word: "plus30s", ms: 30_000 },
  { word: "plus1h", ms: 3_600_000 },
  { word: "plus1d", ms: 86_400_000 },
] as const;

/** The clock of the simulated world; it only goes forward. */
export function ClockControls() {
  const { t } = useTranslation("phones");
  const now = useNow();
  const place = usePlace();
  const client = useQueryClient();
  const { data: clock } = useQuery(simulatedClockQuery);
  const move = useMutation({
    mutationKey: CLOCK_MOVES,
    mutationFn: moveClock,
    onSettled: () => client.invalidateQueries({ queryKey: simulatedClockQuery.queryKey }),
  });
  const isOff = move.isPending || clock?.isMovable !== true;
  return (
    <div role="group" aria-label={t("clock")} className="flex items-center gap-x-2 overflow-x-auto">
      <p className="tabular mr-1 flex shrink-0 items-center gap-1.5 text-base font-medium" aria-live="polite">
        <Clock aria-hidden className="size-4 text-ink-faint" />
        {shortDay(now, place)}, {clockTime(now, place)}
      </p>
      {advances.map(({ word, ms }) => (
        <Button key={word} size="small" disabled={isOff} onClick={() => move.mutate({ advanceMs: ms })}>
          {t(word)}
        </Button>
      ))}
      <Button size="small" disabled={isOff} onClick={() => move.mutate({ to: nextMonday(now, place.zone) })}>
        {t("nextMonday")}
      </Button>
    </div>
  );
}
