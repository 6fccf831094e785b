import { AlertCircle, Check, CheckCheck, Clock3, ImagePlus, SendHorizontal } from "lucide-react";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { usePlace } from "../../ui/clock.tsx";
import { clockTime } from "../../ui/format/time.ts";
import { readPhoto } from "./read-photo.ts";
import { type Handset, type HandsetText, simulator } from "./simulator-api.ts";
import type { PhonesWords } from "./words.ts";

interface MessagesScreenProps {
  handset: Handset;
  texts: readonly HandsetText[];
  empty: string;
  words: PhonesWords;
  onSend: (body: string, photos: { contentType: string; base64: string }[]) => void;
}

/** The thread of texts as the person holding the phone sees it, with ticks and photos. */
export function MessagesScreen({ handset, texts, empty, words, onSend }: MessagesScreenProps) {
  const [draft, setDraft] = useState("");
  const end = useRef<HTMLDivElement>(null);
  const count = texts.length;
  useEffect(() => {
    if (count > 0) end.current?.scrollIntoView({ block: "nearest" });
  }, [count]);

  const send = (event: FormEvent) => {
    event.preventDefault();
    if (draft.trim() === "") return;
    onSend(draft, []);
    setDraft("");
  };

  return (
    <>
      <div className="min-h-0 flex-1 overflow-y-auto px-3 py-2" role="log" aria-label={words.messages} tabIndex={0}>
        {count === 0 && <p className="px-6 pt-16 text-center text-base text-ink-soft">{empty}</p>}
        <ol className="flex flex-col gap-1.5">
          {texts.map((text) => (
            <Bubble key={text.id} handset={handset} text={text} words={words} />
          ))}
        </ol>
        <div ref={end} />
      </div>
      <form onSubmit={send} className="flex items-end gap-1.5 border-t border-hairline px-3 py-2">
        <label className="grid size-9 shrink-0 place-items-center rounded-full text-ink-soft hover:bg-surface-selected has-focus-visible:outline-2 has-focus-visible:outline-human">
          <ImagePlus aria-hidden className="size-5" />
          <span className="sr-only">{words.sendPhoto}</span>
          <input
            type="file"
            accept="image/*"
            className="sr-only"
            onChange={(event) => {
              const file = event.target.files?.[0];
              if (file) void readPhoto(file).then((photo) => onSend("", [photo]));
              event.target.value = "";
            }}
          />
        </label>
        <input
          value={draft}
          onChange={(event) => setDraft(event.target.value)}
          aria-label={words.write}
          placeholder={words.write}
          autoComplete="off"
          className="h-9 min-w-0 flex-1 rounded-full border border-edge bg-surface px-3.5 text-reading"
        />
        <button
          type="submit"
          aria-label={words.sendText}
          disabled={draft.trim() === ""}
          className="grid size-9 shrink-0 place-items-center rounded-full bg-human-solid text-on-solid disabled:bg-surface-selected disabled:text-ink-faint"
        >
          <SendHorizontal aria-hidden className="size-4.5" />
        </button>
      </form>
    </>
  );
}

function Bubble({ handset, text, words }: { handset: Handset; text: HandsetText; words: PhonesWords }) {
  const place = usePlace();
  const own = text.direction === "sent";
  return (
    <li className={`flex max-w-[82%] animate-rise flex-col ${own ? "items-end self-end" : "items-start self-start"}`}>
      {text.photos.map((photo, index) => (
        <img
          key={`${text.id}-${photo.contentType}-${text.photos.indexOf(photo)}`}
          src={simulator.photoUrl(handset.number, text.id, index)}
          alt={words.photo}
          className="mb-1 max-h-48 rounded-bubble border border-hairline"
        />
      ))}
      {text.body !== "" && (
        <p
          className={`rounded-bubble px-3 py-1.5 text-reading wrap-anywhere whitespace-pre-wrap ${own ? "bg-human-solid text-on-solid" : "bg-surface-selected text-ink"}`}
        >
          {text.body}
        </p>
      )}
      <p className="mt-0.5 flex items-center gap-1 px-1 text-micro text-ink-faint tabular">
        {clockTime(text.at, place)}
        {own && <Tick state={text.state} words={words} />}
      </p>
    </li>
  );
}

function Tick({ state, words }: { state: HandsetText["state"]; words: PhonesWords }) {
  const Icon = { sending: Clock3, sent: Check, delivered: CheckCheck, failed: AlertCircle }[state];
  return (
    <span className={`inline-flex items-center gap-0.5 ${state === "failed" ? "text-missed" : ""}`}>
      <Icon aria-hidden className="size-3" />
      {words[state]}
    </span>
  );
}
