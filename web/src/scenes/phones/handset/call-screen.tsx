import { useMutation } from "@tanstack/react-query";
import { Grid3x3, Phone, PhoneOff } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answer, type HandsetLine, hangUp, press, reject } from "../../../api/simulator.ts";
import { Avatar } from "../../../ui/avatar.tsx";
import { PhoneNumber } from "../../../ui/phone-number.tsx";
import { Heard } from "./heard.tsx";
import { Keypad } from "./keypad.tsx";
import { RoundButton } from "./round-button.tsx";
import { SayField } from "./say-field.tsx";
import { TalkTime } from "./talk-time.tsx";

interface CallScreenProps {
  number: string;
  line: HandsetLine;
  /** Whom the phone knows the other end as. */
  name: string | null;
}

/** A call: who it is, how long it lasts, what is heard, and what one can do. */
export function CallScreen({ number, line, name }: CallScreenProps) {
  const { t } = useTranslation("phones");
  const [hasKeys, setKeys] = useState(false);
  const act = useMutation({ mutationFn: (deed: (number: string) => Promise<unknown>) => deed(number) });
  const isRinging = line.direction === "incoming" && line.state === "ringing";
  const isTalking = line.state === "talking";
  return (
    <div className="flex min-h-0 flex-1 flex-col items-center gap-3 px-5 pt-6 pb-6">
      <Avatar name={name} size="large" />
      <div className="text-center" role="status">
        <p className="text-title font-semibold">{name ?? <PhoneNumber phone={line.peer} />}</p>
        <p className={isRinging ? "animate-ring font-medium text-ringing" : "text-ink-soft"}>
          {isRinging && t("incoming")}
          {line.direction === "outgoing" && line.state === "ringing" && t("calling")}
          {isTalking && <TalkTime since={line.startedAt} />}
        </p>
      </div>
      {hasKeys && isTalking ? (
        <div className="flex flex-1 items-center">
          <Keypad onPress={(digits) => act.mutate((phone) => press(phone, digits))} />
        </div>
      ) : (
        <Heard heard={line.heard} />
      )}
      {isTalking && !hasKeys && <SayField number={number} />}
      <div className="flex gap-10">
        {isTalking && (
          <RoundButton
            look="plain"
            label={t("keys")}
            caption={t("keys")}
            isPressed={hasKeys}
            onPress={() => setKeys(!hasKeys)}
          >
            <Grid3x3 />
          </RoundButton>
        )}
        {isRinging ? (
          <RoundButton look="decline" label={t("decline")} caption={t("decline")} onPress={() => act.mutate(reject)}>
            <PhoneOff />
          </RoundButton>
        ) : (
          <RoundButton look="decline" label={t("hangUp")} caption={t("hangUp")} onPress={() => act.mutate(hangUp)}>
            <PhoneOff />
          </RoundButton>
        )}
        {isRinging && (
          <RoundButton look="accept" label={t("answer")} caption={t("answer")} onPress={() => act.mutate(answer)}>
            <Phone />
          </RoundButton>
        )}
      </div>
    </div>
  );
}
