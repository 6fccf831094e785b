import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { MessageSquare, X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { callQuery, storyQuery } from "../../api/calls.ts";
import type { Call } from "../../api/types.ts";
import { CallState } from "../../records/call-state.tsx";
import { MissedReason } from "../../records/missed-reason.tsx";
import { StoryLine } from "../../records/story.tsx";
import { whatMatters } from "../../records/story-detail.ts";
import { Who } from "../../records/who.tsx";
import { failureSentence } from "../../shell/query-client.ts";
import { useShortcut } from "../../shell/shortcuts/shortcuts.ts";
import { Button } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import { usePlace } from "../../ui/clock.tsx";
import { Failure } from "../../ui/failure.tsx";
import { callDuration, fullTime } from "../../ui/format/time.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { Costs } from "./costs.tsx";
import { StorySkeleton } from "./story-skeleton.tsx";

/** The story of one call: everything it brought about, on one line of time. */
export function CallPage() {
  const { t } = useTranslation("calls");
  const navigate = useNavigate();
  const { callId } = useParams({ from: "/inside/calls/$callId" });
  const { data: call } = useQuery(callQuery(callId));
  const { data: story, error, isPending, refetch } = useQuery(storyQuery(callId));
  const [isFull, setFull] = useState(false);
  const close = () => void navigate({ to: "/calls", search: true });
  useShortcut("Escape", t("close"), close);
  return (
    <section
      aria-label={t("story")}
      className="flex min-h-0 min-w-0 flex-1 flex-col lg:w-120 lg:flex-none lg:border-l xl:w-140"
    >
      <header className="flex min-h-14 shrink-0 items-center gap-2 border-b py-2 pr-2 pl-4">
        <div className="min-w-0 flex-1">
          <h2 className="truncate text-reading leading-5 font-semibold">
            {call && <Who name={call.contact_name ?? call.caller_name} phone={call.customer_phone} />}
          </h2>
          {call && <Summary call={call} />}
        </div>
        {call?.conversation_id && (
          <Button asChild className="max-sm:!px-3">
            <Link to="/inbox/$conversationId" params={{ conversationId: call.conversation_id }}>
              <MessageSquare aria-hidden />
              <span className="max-sm:sr-only">{t("conversation")}</span>
            </Link>
          </Button>
        )}
        <IconButton label={t("close")} keys="Esc" side="left" onClick={close}>
          <X />
        </IconButton>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto px-4 py-4" tabIndex={0} role="region" aria-label={t("story")}>
        <div className="mb-4">
          <Choice
            label={t("steps")}
            value={isFull ? "full" : "short"}
            options={[
              { value: "short", label: t("stepsThatMatter") },
              { value: "full", label: t("everyStep") },
            ]}
            onChange={(detail) => setFull(detail === "full")}
          />
        </div>
        {isPending && <StorySkeleton />}
        {error && <Failure onRetry={() => void refetch()}>{failureSentence(error)}</Failure>}
        {story && <Costs costs={story.costs} />}
        {story && <StoryLine entries={isFull ? story.entries : whatMatters(story.entries)} />}
      </div>
    </section>
  );
}

function Summary({ call }: { call: Call }) {
  const place = usePlace();
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-small text-ink-soft">
      <CallState call={{ ...call, status: call.call_status }} />
      {call.missed && call.missed_reason && <MissedReason reason={call.missed_reason} />}
      {!call.missed && call.duration_seconds !== null && (
        <span className="tabular">{callDuration(call.duration_seconds)}</span>
      )}
      <span className="tabular text-ink-faint">{fullTime(call.started_at, place)}</span>
    </p>
  );
}
