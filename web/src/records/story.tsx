import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { StoryEntry } from "../api/types.ts";
import { usePlace } from "../ui/clock.tsx";
import { clockTime, shortDay } from "../ui/format/time.ts";
import { RawFacts } from "./raw-facts.tsx";
import { storyLooks } from "./story-looks.ts";
import { elapsed } from "./story-time.ts";
import { WebhookFacts } from "./webhook-facts.tsx";

/** What arrived, what was decided, what was sent, on one line of time; the raw facts folded beneath each. */
export function StoryLine({ entries, isLive = false }: { entries: readonly StoryEntry[]; isLive?: boolean }) {
  return (
    <ol className="relative flex flex-col" aria-live={isLive ? "polite" : undefined}>
      {entries.map((entry, index) => (
        <StoryStep key={entry.id} entry={entry} before={entries[index - 1]} isLast={index === entries.length - 1} />
      ))}
    </ol>
  );
}

interface StoryStepProps {
  entry: StoryEntry;
  before: StoryEntry | undefined;
  isLast: boolean;
}

function StoryStep({ entry, before, isLast }: StoryStepProps) {
  const { t } = useTranslation("records");
  const [isOpen, setOpen] = useState(false);
  const place = usePlace();
  const { icon: Icon, tone } = storyLooks[entry.kind];
  const gap = before ? elapsed(entry.since_start_ms - before.since_start_ms) : clockTime(entry.at, place);
  return (
    <li className="group grid animate-rise grid-cols-[56px_20px_minmax(0,1fr)] gap-x-2">
      <time
        dateTime={entry.at}
        title={`${shortDay(entry.at, place)}, ${clockTime(entry.at, place)}`}
        className="pt-0.5 text-right text-small whitespace-nowrap text-ink-faint"
      >
        {gap}
      </time>
      <span aria-hidden className="relative flex justify-center">
        {!isLast && <span className="absolute top-5 bottom-0 w-px bg-hairline" />}
        <span className={`z-10 grid size-5 place-items-center rounded-full ${tone}`}>
          <Icon className="size-3" />
        </span>
      </span>
      <div className="min-w-0 pb-3">
        <p className="flex items-baseline justify-between gap-3">
          <span className="text-base font-medium">{entry.title}</span>
          {Object.keys(entry.data).length > 0 && (
            <button
              type="button"
              aria-expanded={isOpen}
              onClick={() => setOpen(!isOpen)}
              className="shrink-0 rounded-sm text-small text-ink-faint underline-offset-2 hover:text-ink hover:underline"
            >
              {t(isOpen ? "hideFacts" : "facts")}
            </button>
          )}
        </p>
        <p className="max-w-[75ch] text-base text-ink-soft first-letter:uppercase">{entry.sentence}</p>
        {isOpen && <Facts entry={entry} />}
      </div>
    </li>
  );
}

const WEBHOOK = "webhook:";

function Facts({ entry: { id, data } }: { entry: StoryEntry }) {
  return id.startsWith(WEBHOOK) ? <WebhookFacts id={id.slice(WEBHOOK.length)} /> : <RawFacts facts={data} />;
}
