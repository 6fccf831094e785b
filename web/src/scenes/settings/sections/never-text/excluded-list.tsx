import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { excludeCaller, excludedCallersQuery, includeCaller } from "../../../../api/settings.ts";
import type { ExcludedCaller } from "../../../../api/types.ts";
import { IconButton } from "../../../../ui/icon-button.tsx";
import { PhoneNumber } from "../../../../ui/phone-number.tsx";
import { sayWithUndo } from "../../../../ui/toaster.tsx";

/** Whom no machine texts; taking somebody off the list can be undone. */
export function ExcludedList({ callers, mayManage }: { callers: readonly ExcludedCaller[]; mayManage: boolean }) {
  const { t } = useTranslation(["settings", "frame"]);
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: excludedCallersQuery.queryKey });
  const putBack = useMutation({ mutationFn: excludeCaller, onSettled: refresh });
  const remove = useMutation({
    mutationFn: ({ id }: ExcludedCaller) => includeCaller(id),
    onSuccess: (_answer, { phone, reason, name }) =>
      sayWithUndo(t("removed"), t("frame:undo"), () => putBack.mutate({ phone, reason, ...(name && { name }) })),
    onSettled: refresh,
  });
  if (callers.length === 0) return <p className="mb-4 text-base text-ink-soft">{t("nobodyExcluded")}</p>;
  return (
    <ul className="mb-4 divide-y rounded-lg border">
      {callers.map((caller) => (
        <li key={caller.id} className="flex min-h-11 items-center gap-3 px-3 py-1.5 text-base">
          <span className="min-w-0 flex-1">
            <span className="block truncate font-medium">{caller.name ?? <PhoneNumber phone={caller.phone} />}</span>
            <span className="text-small text-ink-faint">
              {caller.name && <PhoneNumber phone={caller.phone} />} {t(`reason_${caller.reason}`)}
            </span>
          </span>
          {mayManage && (
            <IconButton
              label={t("takeOff", { name: caller.name ?? caller.phone })}
              onClick={() => remove.mutate(caller)}
            >
              <Trash2 />
            </IconButton>
          )}
        </li>
      ))}
    </ul>
  );
}
