import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { businessQuery, previewQuery } from "../../../../api/settings.ts";
import { useNow, usePlace } from "../../../../ui/clock.tsx";
import { clockTime } from "../../../../ui/format/time.ts";
import { PhoneExample } from "../../phone-example.tsx";
import type { HoursDraft } from "../hours-section.tsx";
import { type Opening, openingAt } from "./opening.ts";

const occasions = { open: "during_hours", after_hours: "after_hours", holiday: "holiday" } as const;

/** What a call that is missed right now would get, under the hours as they stand in the form. */
export function OpenNow({ draft }: { draft: HoursDraft }) {
  const { t } = useTranslation("settings");
  const { zone } = usePlace();
  const now = useNow();
  const moment = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDateTime();
  const opening = openingAt(draft, moment);
  const { data: business } = useQuery(businessQuery);
  const { data: preview } = useQuery(previewQuery({}));
  const sentence = useOpeningSentence(opening, moment);
  return (
    <>
      <p className="mb-3 text-base text-ink-soft">{sentence}</p>
      {preview && (
        <PhoneExample title={t("missedNow")} sender={business?.business_name ?? ""}>
          {preview[occasions[opening.kind]]}
        </PhoneExample>
      )}
    </>
  );
}

function useOpeningSentence(opening: Opening, moment: Temporal.PlainDateTime): string {
  const { t } = useTranslation("settings");
  const place = usePlace("UTC");
  const show = (time: string) => clockTime(`2026-01-01T${time}:00Z`, place);
  const time = show(moment.toPlainTime().toString({ smallestUnit: "minute" }));
  if (opening.kind === "open") return t("nowOpen", { time, until: show(opening.until) });
  return opening.kind === "holiday" ? t("nowHoliday", { name: opening.name }) : t("nowClosed", { time });
}
