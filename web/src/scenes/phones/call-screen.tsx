import { Phone, PhoneIncoming, PhoneOff } from "lucide-react";
import { nationalPhone } from "../../ui/format/phone.ts";
import { Keypad } from "./keypad.tsx";
import type { Handset, Line } from "./simulator-api.ts";
import type { PhonesWords } from "./words.ts";

interface CallScreenProps {
  handset: Handset;
  line: Line;
  words: PhonesWords;
  nameOf: (number: string) => string;
  onAnswer: () => void;
  onDecline: () => void;
  onHangUp: () => void;
  onPress: (digit: string) => void;
}

/** The screen of a phone that rings or talks. Ringing is the only thing on the page that ever pulses. */
export function CallScreen({ line, words, nameOf, onAnswer, onDecline, onHangUp, onPress }: CallScreenProps) {
  const rings = line.direction === "incoming" && line.state === "ringing";
  const state = rings ? words.incoming : line.state === "ringing" ? words.calling : words.onCall;
  const lastHeard = line.heard.at(-1);
  return (
    <div className="flex min-h-0 flex-1 flex-col items-center justify-between gap-4 px-6 pt-8 pb-6 text-center">
      <div className="min-w-0">
        <p
          className={
            rings
              ? "inline-flex animate-ring items-center gap-1.5 text-base font-medium text-ringing"
              : "text-base text-ink-soft"
          }
        >
          {rings && <PhoneIncoming aria-hidden className="size-4" />}
          {state}
        </p>
        <p className="mt-1 text-title font-semibold">{nameOf(line.peer)}</p>
        <p className="text-small text-ink-faint tabular">{nationalPhone(line.peer)}</p>
      </div>
      <p aria-live="polite" className="line-clamp-4 min-h-10 max-w-64 text-base text-ink-soft">
        {lastHeard && `“${lastHeard.text}”`}
      </p>
      {line.state === "talking" && <Keypad label={words.keypad} onPress={onPress} />}
      <div className="flex w-full justify-center gap-10">
        {rings && <RoundButton look="talking" label={words.answer} onClick={onAnswer} />}
        <RoundButton
          look="missed"
          label={rings ? words.decline : words.hangUp}
          onClick={rings ? onDecline : onHangUp}
        />
      </div>
    </div>
  );
}

function RoundButton({ look, label, onClick }: { look: "talking" | "missed"; label: string; onClick: () => void }) {
  const Icon = look === "talking" ? Phone : PhoneOff;
  return (
    <button type="button" onClick={onClick} className="flex flex-col items-center gap-1.5 text-small text-ink-soft">
      <span
        className={`grid size-16 place-items-center rounded-full text-on-solid ${look === "talking" ? "bg-talking-solid" : "bg-missed-solid"}`}
      >
        <Icon aria-hidden className="size-6" />
      </span>
      {label}
    </button>
  );
}
