import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { timelineQuery } from "../../../api/conversations.ts";
import type { Conversation, TimelineItem } from "../../../api/types.ts";
import { failureSentence } from "../../../shell/query-client.ts";
import { Button } from "../../../ui/button.tsx";
import { usePlace } from "../../../ui/clock.tsx";
import { Failure } from "../../../ui/failure.tsx";
import { dayOf } from "../../../ui/format/time.ts";
import { DayLine } from "./day-line.tsx";
import { Happening } from "./happening.tsx";
import { Message } from "./message.tsx";
import { Note } from "./note.tsx";
import { TimelineSkeleton } from "./thread-skeleton.tsx";

/**
 * Texts, calls, notes and visits on one line of time. The outer box runs bottom-up, so the browser keeps the newest in
 * sight and stands still when older ones arrive above.
 */
export function Timeline({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation("inbox");
  const { zone } = usePlace();
  const timeline = useInfiniteQuery(timelineQuery(conversation.id));
  if (timeline.isPending) return <TimelineSkeleton />;
  if (timeline.isError) {
    return (
      <div className="min-h-0 flex-1">
        <Failure onRetry={() => void timeline.refetch()}>{failureSentence(timeline.error)}</Failure>
      </div>
    );
  }
  const items = timeline.data.toReversed();
  return (
    <div
      role="log"
      aria-label={t("thread")}
      tabIndex={0}
      className="focus-inset flex min-h-0 flex-1 flex-col-reverse overflow-y-auto"
    >
      <ol className="mx-auto flex w-full max-w-180 flex-col gap-1 px-3 py-4 md:px-5">
        {timeline.hasNextPage && (
          <li className="flex justify-center pb-2">
            <Button look="quiet" size="small" onClick={() => void timeline.fetchNextPage()}>
              {t("earlier")}
            </Button>
          </li>
        )}
        {items.map((item, index) => {
          const before = items[index - 1];
          const isNewDay = !before || dayOf(before.at, zone) !== dayOf(item.at, zone);
          return (
            <li key={item.id} className="flex flex-col">
              {isNewDay && <DayLine at={item.at} />}
              <Item item={item} before={isNewDay ? undefined : before} conversation={conversation} />
            </li>
          );
        })}
      </ol>
    </div>
  );
}

interface ItemProps {
  item: TimelineItem;
  before: TimelineItem | undefined;
  conversation: Conversation;
}

function Item({ item, before, conversation }: ItemProps) {
  if (item.kind === "message") return <Message message={item} before={before} conversation={conversation} />;
  return item.kind === "note" ? <Note note={item} /> : <Happening item={item} />;
}
