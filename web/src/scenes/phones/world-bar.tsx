import { clsx } from "clsx";
import { Clock } from "lucide-react";
import { toast } from "sonner";
import { Button } from "../../ui/button.tsx";
import { usePlace } from "../../ui/clock.tsx";
import { clockTime, longDay } from "../../ui/format/time.ts";
import { type Faults, simulator, type WorldClock } from "./simulator-api.ts";
import type { PhonesWords } from "./words.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const SHARE = 0.3;
const SWITCHES = ["lost", "duplicated", "delayed", "reordered"] as const;

/** The world's clock with its steps, and the switches that make the carrier misbehave. */
export function WorldBar({
  clock,
  faults,
  words,
}: {
  clock: WorldClock;
  faults: Faults | undefined;
  words: PhonesWords;
}) {
  const place = usePlace();
  const move = (step: () => Promise<unknown>) => {
    step().then(
      () => toast(words.moved),
      (error: unknown) => toast.error(error instanceof Error ? error.message : String(error)),
    );
  };
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3 rounded-lg border border-hairline bg-surface px-4 py-3">
      <fieldset className="flex flex-wrap items-center gap-2 border-0" aria-label={words.clock}>
        <p className="mr-2 flex items-center gap-2 text-reading font-medium tabular">
          <Clock aria-hidden className="size-4 text-ink-faint" />
          {longDay(clock.now, place)}, {clockTime(clock.now, place)}
        </p>
        <Button size="small" onClick={() => move(() => simulator.advance(HOUR_MS))}>
          {words.hour}
        </Button>
        <Button size="small" onClick={() => move(() => simulator.advance(DAY_MS))}>
          {words.day}
        </Button>
        <Button size="small" onClick={() => move(() => simulator.advanceTo(nextMonday(clock.now, place.zone)))}>
          {words.monday}
        </Button>
      </fieldset>
      {faults && (
        <fieldset className="flex flex-wrap items-center gap-1.5 border-0">
          <legend className="float-left mr-2 text-small text-ink-soft">{words.carrier}</legend>
          {SWITCHES.map((name) => (
            <FaultSwitch
              key={name}
              label={words[name]}
              title={`${words[name]} ${words.fault}`}
              isOn={faults.webhooks[name] > 0}
              onToggle={(isOn) => void simulator.setFaults({ [name]: isOn ? SHARE : 0 })}
            />
          ))}
        </fieldset>
      )}
    </div>
  );
}

function FaultSwitch({
  label,
  title,
  isOn,
  onToggle,
}: {
  label: string;
  title: string;
  isOn: boolean;
  onToggle: (isOn: boolean) => void;
}) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      title={title}
      onClick={() => onToggle(!isOn)}
      className={clsx(
        "h-7 rounded-full border px-3 text-small font-medium max-md:h-9",
        isOn ? "border-missed bg-missed-soft text-missed" : "border-edge text-ink-soft hover:bg-surface-hover",
      )}
    >
      {label}
    </button>
  );
}

/** ISO 8601 of the coming Monday, 8:00 by the clock of the zone. */
function nextMonday(now: number, zone: string): string {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(now);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
  const weekday = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].indexOf(part("weekday"));
  const minutes = Number(part("hour")) * 60 + Number(part("minute"));
  const ahead = (7 - weekday) * DAY_MS - (minutes - 8 * 60) * 60_000;
  return new Date(Math.floor((now + ahead) / 60_000) * 60_000).toISOString();
}
