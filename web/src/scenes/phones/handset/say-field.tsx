import { useMutation } from "@tanstack/react-query";
import { Mic } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { speak } from "../../../api/simulator.ts";

/** What is typed here is said into the phone. */
export function SayField({ number }: { number: string }) {
  const { t } = useTranslation("phones");
  const [words, setWords] = useState("");
  const say = useMutation({ mutationFn: (text: string) => speak(number, text) });
  return (
    <form
      className="flex w-full items-center gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (words.trim() === "") return;
        say.mutate(words.trim());
        setWords("");
      }}
    >
      <input
        aria-label={t("say")}
        placeholder={t("say")}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        className="h-10 min-w-0 flex-1 rounded-full border border-edge bg-surface px-4 text-reading md:text-base"
      />
      <button
        type="submit"
        aria-label={t("say")}
        className="grid size-10 shrink-0 place-items-center rounded-full bg-surface-selected"
      >
        <Mic aria-hidden className="size-4" />
      </button>
    </form>
  );
}
