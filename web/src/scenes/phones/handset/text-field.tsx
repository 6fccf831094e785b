import { useMutation } from "@tanstack/react-query";
import { ArrowUp, ImagePlus, X } from "lucide-react";
import { type ChangeEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { sendText } from "../../../api/simulator.ts";
import { type PickedPhoto, readPhoto } from "./read-photo.ts";

/** Writes a text from the phone, with a photo if one is picked. */
export function TextField({ number, peer }: { number: string; peer: string }) {
  const { t } = useTranslation("phones");
  const id = useId();
  const [words, setWords] = useState("");
  const [photo, setPhoto] = useState<PickedPhoto | null>(null);
  const send = useMutation({ mutationFn: () => sendText(number, peer, words.trim(), photo ? [photo] : []) });
  const pick = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    if (file) setPhoto(await readPhoto(file));
    target.value = "";
  };
  const isEmpty = words.trim() === "" && photo === null;
  const submit = () => {
    if (isEmpty) return;
    send.mutate();
    setWords("");
    setPhoto(null);
  };
  return (
    <form
      className="shrink-0 px-3 pb-2"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {photo && (
        <p className="mb-1 flex items-center gap-2 text-small text-ink-soft">
          <span className="min-w-0 truncate">{photo.name}</span>
          <button type="button" aria-label={t("removePhoto")} onClick={() => setPhoto(null)} className="thumb">
            <X aria-hidden className="size-4" />
          </button>
        </p>
      )}
      <div className="flex items-center gap-1.5">
        <label
          htmlFor={id}
          className="grid size-9 shrink-0 place-items-center rounded-full text-ink-soft hover:bg-surface-selected has-focus-visible:outline-2 has-focus-visible:outline-human"
        >
          <ImagePlus aria-hidden className="size-5" />
          <span className="sr-only">{t("addPhoto")}</span>
          <input
            id={id}
            type="file"
            accept="image/jpeg,image/png,image/gif"
            className="sr-only"
            onChange={(event) => void pick(event)}
          />
        </label>
        <input
          aria-label={t("writeText")}
          placeholder={t("writeText")}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          className="h-10 min-w-0 flex-1 rounded-full border border-edge bg-surface px-4 text-reading md:text-base"
        />
        <button
          type="submit"
          aria-label={t("send")}
          disabled={isEmpty}
          className="grid size-9 shrink-0 place-items-center rounded-full bg-human-solid text-on-solid disabled:opacity-40"
        >
          <ArrowUp aria-hidden className="size-5" />
        </button>
      </div>
    </form>
  );
}
