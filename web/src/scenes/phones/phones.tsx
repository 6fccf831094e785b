import { useQuery } from "@tanstack/react-query";
import { PhoneIncoming } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { handsetQuery } from "../../api/simulator.ts";
import { Choice } from "../../ui/choice.tsx";
import { CustomerPicker } from "./customer-picker.tsx";
import { HandsetPhone } from "./handset/handset-phone.tsx";
import { VoicemailSwitch } from "./handset/voicemail-switch.tsx";
import { LiveStory } from "./story/live-story.tsx";
import { useCast } from "./use-cast.ts";
import { useHandsetEvents } from "./use-handset-events.ts";
import { WorldBar } from "./world/world-bar.tsx";

const parts = ["customer", "story", "owner"] as const;
type Part = (typeof parts)[number];

/** The customer's phone and the owner's, and between them the story of the call as it is being written. */
export function Phones() {
  const { t } = useTranslation("phones");
  const cast = useCast();
  const [shown, setShown] = useState<Part>("customer");
  const look = (part: Part, rest: string) => `${shown === part ? "flex" : "hidden"} ${rest} lg:flex`;
  useHandsetEvents();
  return (
    <div className="flex min-h-0 flex-1 flex-col bg-canvas">
      <title>{`${t("title")} · NeverMissCall`}</title>
      <h1 className="sr-only">{t("title")}</h1>
      <WorldBar />
      <div className="shrink-0 px-4 pt-3 lg:hidden">
        <Choice
          label={t("show")}
          value={shown}
          options={parts.map((part) => ({ value: part, label: <PartName part={part} owner={cast.owner} /> }))}
          onChange={setShown}
        />
      </div>
      <div className="flex min-h-0 flex-1 justify-center gap-6 overflow-y-auto px-4 py-4 lg:px-6">
        <section
          aria-label={t("show_customer")}
          className={look("customer", "w-full max-w-76 flex-col items-stretch gap-2 lg:w-76 lg:shrink-0")}
        >
          <CustomerPicker cast={cast} />
          {cast.customer && <HandsetPhone number={cast.customer} contacts={cast.businessContact} />}
        </section>
        <section
          aria-label={t("show_story")}
          className={look(
            "story",
            "min-h-0 min-w-0 max-w-160 flex-1 flex-col overflow-hidden rounded-lg border bg-surface lg:max-h-180",
          )}
        >
          <LiveStory customer={cast.customer} />
        </section>
        <section
          aria-label={t("show_owner")}
          className={look("owner", "w-full max-w-76 flex-col items-stretch gap-2 lg:w-76 lg:shrink-0")}
        >
          {cast.owner && <VoicemailSwitch number={cast.owner} />}
          {cast.owner && <HandsetPhone number={cast.owner} contacts={cast.businessContact} />}
        </section>
      </div>
    </div>
  );
}

/** The name of a part; the owner's says when the phone rings. */
function PartName({ part, owner }: { part: Part; owner: string | undefined }) {
  const { t } = useTranslation("phones");
  const { data: handset } = useQuery({
    ...handsetQuery(owner ?? ""),
    enabled: part === "owner" && owner !== undefined,
  });
  const isRinging = handset?.lines.some(({ direction, state }) => direction === "incoming" && state === "ringing");
  return (
    <>
      {isRinging && <PhoneIncoming aria-label={t("incoming")} className="size-4 animate-ring text-ringing" />}
      {t(`show_${part}`)}
    </>
  );
}
