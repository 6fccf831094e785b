import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { changeHandset, type HandsetChange, handsetQuery } from "../../../api/simulator.ts";
import { Choice } from "../../../ui/choice.tsx";

const VOICEMAIL_AFTER_MS = 15_000;
const changes = {
  on: { isOn: true, voicemailAfterMs: null },
  voicemail: { isOn: true, voicemailAfterMs: VOICEMAIL_AFTER_MS },
  off: { isOn: false, voicemailAfterMs: null },
} as const satisfies Record<string, HandsetChange>;

/** Whether the owner's phone rings, lets its own voicemail pick up, or is off. */
export function VoicemailSwitch({ number }: { number: string }) {
  const { t } = useTranslation("phones");
  const client = useQueryClient();
  const { queryKey } = handsetQuery(number);
  const { data: handset } = useQuery(handsetQuery(number));
  const { mutate } = useMutation({
    mutationFn: (change: HandsetChange) => changeHandset(number, change),
    onSuccess: (changed) => client.setQueryData(queryKey, changed),
  });
  const state = !handset?.isOn ? "off" : handset.voicemailAfterMs === null ? "on" : "voicemail";
  return (
    <div className="flex h-11 items-center gap-2 lg:h-8">
      <span className="shrink-0 text-base font-medium">{t("owner")}</span>
      <Choice
        label={t("ownersPhone")}
        value={state}
        options={(["on", "voicemail", "off"] as const).map((one) => ({ value: one, label: t(`phone_${one}`) }))}
        onChange={(one) => mutate(changes[one])}
      />
    </div>
  );
}
