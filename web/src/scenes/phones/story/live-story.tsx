import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { MessageSquare } from "lucide-react";
import { useTranslation } from "react-i18next";
import { callsQuery, storyQuery } from "../../../api/calls.ts";
import { StoryLine } from "../../../records/story.tsx";
import { whatMatters } from "../../../records/story-detail.ts";
import { Button } from "../../../ui/button.tsx";
import { FirstSteps } from "./first-steps.tsx";

const PULSE_MS = 2_000;

/** The latest call of the customer, written while it happens. */
export function LiveStory({ customer }: { customer: string | undefined }) {
  const { t } = useTranslation("phones");
  const { data: calls } = useInfiniteQuery(callsQuery(undefined));
  const call = calls?.find(({ customer_phone }) => customer_phone === customer);
  const { data: story } = useQuery({
    ...storyQuery(call?.id ?? ""),
    enabled: call !== undefined,
    refetchInterval: PULSE_MS,
  });
  return (
    <>
      <header className="flex h-12 shrink-0 items-center justify-between gap-2 border-b px-4">
        <h2 className="text-reading font-semibold">{t("story")}</h2>
        {call?.conversation_id && (
          <Button asChild size="small">
            <Link to="/inbox/$conversationId" params={{ conversationId: call.conversation_id }}>
              <MessageSquare aria-hidden />
              {t("openInInbox")}
            </Link>
          </Button>
        )}
      </header>
      <div
        className="flex min-h-0 flex-1 flex-col-reverse overflow-y-auto px-4 py-4"
        tabIndex={0}
        role="region"
        aria-label={t("story")}
      >
        {story && call ? (
          <div className="mb-auto">
            <StoryLine entries={whatMatters(story.entries)} isLive />
          </div>
        ) : (
          <FirstSteps />
        )}
      </div>
    </>
  );
}
