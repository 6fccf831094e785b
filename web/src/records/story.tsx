import { useTranslation } from "react-i18next";
import type { StoryEntry } from "../api/types.ts";
import { usePlace } from "../ui/clock.tsx";
import { clockTime } from "../ui/format/time.ts";
import { storyLooks } from "./story-looks.ts";
import { elapsed } from "./story-time.ts";

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
  const place = usePlace();
  const { icon: Icon, tone } = storyLooks[entry.kind];
  const gap = before ? entry.since_start_ms - before.since_start_ms : entry.since_start_ms;
  return (
    <li className="grid animate-rise grid-cols-[52px_20px_minmax(0,1fr)] gap-x-2">
      <span className="tabular pt-0.5 text-right text-small text-ink-faint" title={clockTime(entry.at, place)}>
        {before ? elapsed(gap) : clockTime(entry.at, place)}
      </span>
      <span aria-hidden className="relative flex justify-center">
        {!isLast && <span className="absolute top-5 bottom-0 w-px bg-hairline" />}
        <span className={`z-10 mt-0.5 grid size-5 place-items-center rounded-full ${tone}`}>
          <Icon className="size-3" />
        </span>
      </span>
      <div className="min-w-0 pb-4">
        <p className="text-base font-medium">{entry.title}</p>
        <p className="max-w-[75ch] text-base text-ink-soft">{entry.sentence}</p>
        {Object.keys(entry.data).length > 0 && (
          <details className="group mt-0.5">
            <summary className="inline-block text-small text-ink-faint hover:text-ink">
              <span className="group-open:hidden">{t("showFacts")}</span>
              <span className="hidden group-open:inline">{t("hideFacts")}</span>
            </summary>
            <pre className="mt-1 max-h-64 overflow-auto rounded-md bg-canvas p-2 font-mono text-small whitespace-pre-wrap break-words text-ink-soft">
              {JSON.stringify(entry.data, null, 2)}
            </pre>
          </details>
        )}
      </div>
    </li>
  );
}
