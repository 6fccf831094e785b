import { useIsMutating, useMutation } from "@tanstack/react-query";
import { Delete, Phone } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CLOCK_MOVES, dial } from "../../../api/simulator.ts";
import { Avatar } from "../../../ui/avatar.tsx";
import { nationalPhone, typedPhone } from "../../../ui/format/phone.ts";
import { PhoneNumber } from "../../../ui/phone-number.tsx";
import type { Named } from "../use-cast.ts";
import { Keypad } from "./keypad.tsx";
import { RoundButton } from "./round-button.tsx";

/** Whom to call: somebody the phone knows, or a number typed by hand. */
export function Dialler({ number, contacts }: { number: string; contacts: readonly Named[] }) {
  const { t } = useTranslation("phones");
  const [typed, setTyped] = useState("");
  const call = useMutation({ mutationFn: (to: string) => dial(number, to) });
  // A call that begins while the clock is on its way would be over when it arrives.
  const isOff = useIsMutating({ mutationKey: CLOCK_MOVES }) > 0 || call.isPending;
  const target = typed === "" ? contacts[0]?.number : (typedPhone(typed) ?? undefined);
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto px-4">
      <ul className="flex flex-col gap-1">
        {contacts.map((contact) => (
          <li key={contact.number}>
            <button
              type="button"
              disabled={isOff}
              onClick={() => call.mutate(contact.number)}
              className="flex w-full items-center gap-3 rounded-lg bg-surface-hover px-3 py-2.5 text-left hover:bg-surface-selected"
            >
              <Avatar name={contact.name} />
              <span className="min-w-0 flex-1">
                <span className="block truncate text-base font-semibold">{contact.name}</span>
                <PhoneNumber phone={contact.number} className="text-small text-ink-soft" />
              </span>
              <Phone aria-hidden className="size-4 text-talking" />
              <span className="sr-only">{t("call")}</span>
            </button>
          </li>
        ))}
      </ul>
      <output aria-label={t("number")} className="flex min-h-12 flex-1 items-center justify-center">
        {typed === "" ? (
          <span className="text-base text-ink-faint">{t("orDial")}</span>
        ) : (
          <span className="tabular text-title">{nationalPhone(typed)}</span>
        )}
      </output>
      <Keypad onPress={(key) => setTyped(typed + key)} />
      <div className="grid grid-cols-3 place-items-center py-3">
        <span />
        <RoundButton
          look="accept"
          label={t("call")}
          isDisabled={!target || isOff}
          onPress={() => target && call.mutate(target)}
        >
          <Phone />
        </RoundButton>
        {typed !== "" && (
          <button
            type="button"
            aria-label={t("deleteDigit")}
            onClick={() => setTyped(typed.slice(0, -1))}
            className="grid size-12 place-items-center rounded-full text-ink-soft"
          >
            <Delete aria-hidden className="size-5" />
          </button>
        )}
      </div>
    </div>
  );
}
