import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useShortcut } from "../../shell/shortcuts/shortcuts.ts";
import { Button } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import { usePlace } from "../../ui/clock.tsx";
import { dayRange, longDay } from "../../ui/format/time.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { noonOf } from "./days.ts";
import type { ShownDays } from "./use-shown-days.ts";

/** Which day it is, and the way to others. */
export function Toolbar({ shown }: { shown: ShownDays }) {
  const { t } = useTranslation("calendar");
  const place = usePlace();
  const [first = shown.day, last = first] = [shown.days[0], shown.days.at(-1)];
  const title = shown.isWeek
    ? dayRange(noonOf(first, place.zone), noonOf(last, place.zone), place)
    : longDay(noonOf(shown.day, place.zone), place);
  useShortcut("t", t("today"), () => shown.goTo(shown.today));
  useShortcut("j", t("later"), () => shown.step(1));
  useShortcut("k", t("sooner"), () => shown.step(-1));
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-x-2 gap-y-1 border-b px-4 py-2 md:px-5">
      <IconButton label={t("sooner")} keys="k" onClick={() => shown.step(-1)}>
        <ChevronLeft />
      </IconButton>
      <IconButton label={t("later")} keys="j" onClick={() => shown.step(1)}>
        <ChevronRight />
      </IconButton>
      <h2 className="grow whitespace-nowrap text-reading font-semibold" aria-live="polite">
        {title}
      </h2>
      {!shown.days.includes(shown.today) && <Button onClick={() => shown.goTo(shown.today)}>{t("today")}</Button>}
      <Choice
        label={t("show")}
        value={shown.isWeek ? "week" : "day"}
        options={[
          { value: "day", label: t("day") },
          { value: "week", label: t("week") },
        ]}
        onChange={(value) => shown.showWeek(value === "week")}
      />
    </div>
  );
}
