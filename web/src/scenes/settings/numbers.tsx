import { useQuery } from "@tanstack/react-query";
import { changePhoneLine, phoneLinesQuery } from "../../api/settings.ts";
import type { PhoneLine } from "../../api/types.ts";
import { failureSentence } from "../../shell/query-client.ts";
import { Failure } from "../../ui/failure.tsx";
import { Field } from "../../ui/field.tsx";
import { nationalPhone } from "../../ui/format/phone.ts";
import { Input, Select } from "../../ui/input.tsx";
import { useUiLanguage } from "../../ui/language.tsx";
import { Bone, Skeleton } from "../../ui/skeleton.tsx";
import { Switch } from "../../ui/switch.tsx";
import { SectionForm } from "./section-form.tsx";
import { useDraft } from "./use-draft.ts";
import { settingsWords } from "./words.ts";

export function Numbers() {
  const lines = useQuery(phoneLinesQuery);
  if (lines.error) return <Failure onRetry={() => void lines.refetch()}>{failureSentence(lines.error)}</Failure>;
  if (!lines.data) {
    return (
      <Skeleton>
        <Bone className="h-40 max-w-160" />
      </Skeleton>
    );
  }
  return (
    <div className="flex flex-col gap-10">
      {lines.data.data.map((line) => (
        <NumberForm key={line.id} line={line} />
      ))}
    </div>
  );
}

function NumberForm({ line }: { line: PhoneLine }) {
  const words = settingsWords(useUiLanguage().locale);
  const { installation, ring_strategy, ring_timeout_seconds, screening_enabled } = line;
  const { draft, change, isChanged, discard } = useDraft({
    installation,
    ring_strategy,
    ring_timeout_seconds,
    screening_enabled,
    phones: line.forward_to.map(nationalPhone).join(", "),
  });
  const save = () => {
    const { phones, ...rest } = draft;
    return changePhoneLine(line.id, {
      ...rest,
      forward_to: phones
        .split(",")
        .map((phone) => phone.trim())
        .filter((phone) => phone !== ""),
    });
  };
  return (
    <SectionForm
      title={nationalPhone(line.phone_number)}
      permission="numbers.manage"
      isChanged={isChanged}
      onSave={save}
      onDiscard={discard}
      refreshes={["numbers"]}
    >
      <Field label={words.numbers.installation}>
        {(control) => (
          <Select
            {...control}
            value={draft.installation}
            onChange={(event) => change({ installation: event.target.value === "forwarded" ? "forwarded" : "own" })}
          >
            <option value="own">{words.numbers.own}</option>
            <option value="forwarded">{words.numbers.forwarded}</option>
          </Select>
        )}
      </Field>
      <Field label={words.numbers.forward_to} hint={words.numbers.forward_toHint}>
        {(control) => (
          <Input {...control} value={draft.phones} onChange={(event) => change({ phones: event.target.value })} />
        )}
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={words.numbers.strategy}>
          {(control) => (
            <Select
              {...control}
              value={draft.ring_strategy}
              onChange={(event) => change({ ring_strategy: event.target.value === "in_turn" ? "in_turn" : "together" })}
            >
              <option value="together">{words.numbers.together}</option>
              <option value="in_turn">{words.numbers.in_turn}</option>
            </Select>
          )}
        </Field>
        <Field label={words.numbers.timeout}>
          {(control) => (
            <Input
              {...control}
              type="number"
              min={5}
              max={120}
              value={draft.ring_timeout_seconds}
              onChange={(event) => change({ ring_timeout_seconds: event.target.valueAsNumber })}
            />
          )}
        </Field>
      </div>
      <Switch
        label={words.numbers.screening}
        hint={words.numbers.screeningHint}
        isOn={draft.screening_enabled}
        onChange={(isOn) => change({ screening_enabled: isOn })}
      />
    </SectionForm>
  );
}
