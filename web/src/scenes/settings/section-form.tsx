import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useBlocker } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { toast } from "sonner";
import { failureSentence } from "../../shell/query-client.ts";
import { useMay } from "../../shell/session.ts";
import { Button } from "../../ui/button.tsx";
import { Failure } from "../../ui/failure.tsx";
import { useUiLanguage } from "../../ui/language.tsx";
import { settingsWords } from "./words.ts";

interface SectionFormProps {
  title: string;
  permission?: string;
  isChanged: boolean;
  onSave: () => Promise<unknown>;
  onDiscard: () => void;
  /** What is stale once it is saved. */
  refreshes: readonly string[];
  children: ReactNode;
}

/** A section of the settings: saved as one, and never left by mistake with changes in it. */
export function SectionForm({
  title,
  permission = "settings.manage",
  isChanged,
  onSave,
  onDiscard,
  refreshes,
  children,
}: SectionFormProps) {
  const words = settingsWords(useUiLanguage().locale);
  const client = useQueryClient();
  const mayChange = useMay(permission);
  useBlocker({
    shouldBlockFn: () => isChanged && !window.confirm(`${words.unsaved} ${words.leave}`),
    enableBeforeUnload: isChanged,
  });
  const save = useMutation({
    mutationFn: onSave,
    meta: { showsFailure: true },
    onSuccess: async () => {
      await Promise.all(refreshes.map((key) => client.invalidateQueries({ queryKey: [key] })));
      toast.success(words.saved);
    },
  });
  return (
    <form
      className="flex max-w-160 flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <h2 className="text-title font-semibold">{title}</h2>
      {save.isError && (
        <div className="-m-4">
          <Failure>{failureSentence(save.error)}</Failure>
        </div>
      )}
      <fieldset disabled={!mayChange} className="contents">
        {children}
      </fieldset>
      {mayChange && (
        <div className="sticky bottom-0 flex items-center gap-2 border-t bg-canvas py-3">
          <Button type="submit" look="primary" disabled={!isChanged || save.isPending}>
            {words.save}
          </Button>
          <Button look="quiet" disabled={!isChanged || save.isPending} onClick={onDiscard}>
            {words.discard}
          </Button>
        </div>
      )}
    </form>
  );
}
