import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { changeFaults, type Faults, faultsQuery } from "../../../api/simulator.ts";
import { Tooltip } from "../../../ui/tooltip.tsx";

/** How many of the carrier's reports each switch spoils. */
const shares = { lost: 0.3, duplicated: 1, delayed: 1, reordered: 0.5 } as const;
const LONGEST_DELAY_MS = 10_000;

type Fault = keyof typeof shares;
const faults: Fault[] = ["lost", "duplicated", "delayed", "reordered"];

/** Makes the carrier lose, double, delay and reorder what it reports, to see that nothing comes of it. */
export function FaultSwitches() {
  const { t } = useTranslation("phones");
  const client = useQueryClient();
  const { data } = useQuery(faultsQuery);
  const change = useMutation({
    mutationFn: (webhooks: Partial<Faults["webhooks"]>) => changeFaults({ webhooks }),
    onSuccess: (changed) => client.setQueryData(faultsQuery.queryKey, changed),
  });
  const toggle = (fault: Fault, isOn: boolean) =>
    change.mutate({ [fault]: isOn ? 0 : shares[fault], ...(fault === "delayed" && { delayMaxMs: LONGEST_DELAY_MS }) });
  return (
    <div role="group" aria-label={t("faults")} className="flex items-center gap-2 overflow-x-auto">
      <span className="shrink-0 text-base text-ink-soft max-sm:sr-only">{t("faults")}</span>
      {faults.map((fault) => {
        const isOn = (data?.webhooks[fault] ?? 0) > 0;
        return (
          <Tooltip key={fault} says={t(`fault_${fault}_means`)}>
            <button
              type="button"
              aria-pressed={isOn}
              disabled={!data}
              onClick={() => toggle(fault, isOn)}
              className="h-7 shrink-0 rounded-md border border-hairline bg-surface px-2 text-small font-medium text-ink-soft transition-colors hover:bg-surface-hover aria-pressed:border-missed aria-pressed:bg-missed-soft aria-pressed:text-missed max-md:h-9 max-md:px-3"
            >
              {t(`fault_${fault}`)}
            </button>
          </Tooltip>
        );
      })}
    </div>
  );
}
