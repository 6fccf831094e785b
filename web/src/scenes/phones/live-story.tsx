import { useQuery } from "@tanstack/react-query";
import { BookOpen } from "lucide-react";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ensureDemoSession, latestCall, type StoryEntry, storyOf } from "./story-api.ts";
import type { PhonesWords } from "./words.ts";

/** What matters to somebody who sees the product for the first time; the whole story is on the calls page. */
const SHOWN = new Set<StoryEntry["kind"]>([
  "webhook",
  "decision",
  "send",
  "delivery",
  "message",
  "appointment",
  "lead",
]);

/** The story of this customer's latest call, being written live between the two phones. */
export function LiveStory({ customer, words }: { customer: string; words: PhonesWords }) {
  const session = useQuery({
    queryKey: ["simulator-session"],
    queryFn: ensureDemoSession,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const call = useQuery({
    queryKey: ["simulator", "latest-call", customer],
    queryFn: () => latestCall(customer),
    enabled: session.data === true,
  });
  const story = useQuery({
    queryKey: ["simulator", "story", call.data],
    queryFn: () => storyOf(call.data ?? ""),
    enabled: typeof call.data === "string",
  });
  const entries = (story.data ?? []).filter((entry) => SHOWN.has(entry.kind));
  return (
    <section aria-label={words.story} className="flex min-w-0 flex-1 flex-col">
      <h2 className="mb-2 px-1 text-reading font-semibold">{words.story}</h2>
      <div
        className="h-152 overflow-y-auto rounded-lg border border-hairline bg-surface max-md:h-auto"
        role="log"
        tabIndex={0}
        aria-label={words.story}
      >
        {session.data === false && <p className="p-6 text-base text-ink-soft">{words.storySignIn}</p>}
        {session.data !== false && entries.length === 0 && (
          <EmptyState icon={BookOpen} title={words.story}>
            {words.storyEmpty}
          </EmptyState>
        )}
        <ol className="px-4 py-3">
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </ol>
      </div>
    </section>
  );
}

function Entry({ entry }: { entry: StoryEntry }) {
  return (
    <li className="grid animate-rise grid-cols-[4.5rem_1fr] gap-x-3 border-l-2 border-hairline py-1.5 pl-3">
      <span className="pt-0.5 text-right text-small text-ink-faint tabular">{elapsed(entry.since_start_ms)}</span>
      <div className="min-w-0">
        <p className="text-small font-medium text-ink-soft">{entry.title}</p>
        <p className="text-base wrap-anywhere">{entry.sentence}</p>
      </div>
    </li>
  );
}

function elapsed(ms: number): string {
  if (Math.abs(ms) < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  if (ms < 3_600_000) return `${Math.floor(ms / 60_000)} min`;
  return `${(ms / 3_600_000).toFixed(1)} h`;
}
