import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { useForm } from "react-hook-form";
import { excludeCaller, excludedCallersQuery, includeCaller } from "../../api/settings.ts";
import { failureSentence } from "../../shell/query-client.ts";
import { useMay } from "../../shell/session.ts";
import { Button } from "../../ui/button.tsx";
import { Failure } from "../../ui/failure.tsx";
import { Field } from "../../ui/field.tsx";
import { nationalPhone, typedPhone } from "../../ui/format/phone.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { Input, Select } from "../../ui/input.tsx";
import { useUiLanguage } from "../../ui/language.tsx";
import { settingsWords } from "./words.ts";

type NewExcludedCaller = Parameters<typeof excludeCaller>[0];

const REASONS = ["family", "crew", "supplier", "other"] as const;

export function Excluded() {
  const words = settingsWords(useUiLanguage().locale);
  const client = useQueryClient();
  const mayChange = useMay("excluded_callers.manage");
  const callers = useQuery(excludedCallersQuery);
  const { register, handleSubmit, reset } = useForm<NewExcludedCaller>({ defaultValues: { reason: "family" } });
  const refresh = () => client.invalidateQueries({ queryKey: excludedCallersQuery.queryKey });
  const add = useMutation({
    mutationFn: (caller: NewExcludedCaller) =>
      excludeCaller({ ...caller, phone: typedPhone(caller.phone) ?? caller.phone }),
    meta: { showsFailure: true },
    onSuccess: async () => {
      reset();
      await refresh();
    },
  });
  const remove = useMutation({ mutationFn: includeCaller, onSuccess: refresh });
  return (
    <section className="flex max-w-160 flex-col gap-4">
      <h2 className="text-title font-semibold">{words.sections["never-text"]}</h2>
      <p className="text-base text-ink-soft">{words.excluded.lead}</p>
      {callers.error && <Failure onRetry={() => void callers.refetch()}>{failureSentence(callers.error)}</Failure>}
      {callers.data?.data.length === 0 && <p className="text-base text-ink-faint">{words.excluded.none}</p>}
      <ul className="divide-y rounded-lg border bg-surface empty:hidden">
        {callers.data?.data.map((caller) => (
          <li key={caller.id} className="flex min-h-12 items-center gap-3 px-4 py-2">
            <span className="min-w-0 flex-1">
              <span className="block truncate text-base font-medium">{caller.name ?? nationalPhone(caller.phone)}</span>
              <span className="block text-small text-ink-faint tabular">
                {nationalPhone(caller.phone)} · {words.reasons[caller.reason]}
              </span>
            </span>
            {mayChange && (
              <IconButton label={words.remove(caller.name ?? caller.phone)} onClick={() => remove.mutate(caller.id)}>
                <Trash2 />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      {mayChange && (
        <form
          className="grid items-end gap-3 sm:grid-cols-[1fr_1fr_8rem_auto]"
          onSubmit={(event) => void handleSubmit((caller) => add.mutate(caller))(event)}
        >
          <Field label={words.excluded.phone} error={add.isError ? failureSentence(add.error) : undefined}>
            {(control) => <Input {...control} type="tel" required {...register("phone")} />}
          </Field>
          <Field label={words.excluded.name}>{(control) => <Input {...control} {...register("name")} />}</Field>
          <Field label={words.excluded.reason}>
            {(control) => (
              <Select {...control} {...register("reason")}>
                {REASONS.map((reason) => (
                  <option key={reason} value={reason}>
                    {words.reasons[reason]}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Button type="submit" disabled={add.isPending}>
            {words.excluded.add}
          </Button>
        </form>
      )}
    </section>
  );
}
