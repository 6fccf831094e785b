import type { PhoneNumber } from "../directory/phone-number.ts";
import type { World } from "../world.ts";

export type OptOutType = "STOP" | "START" | "HELP";

const keywords: Readonly<Record<string, OptOutType>> = Object.fromEntries([
  ...["STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT"].map((word) => [word, "STOP"]),
  ...["START", "YES", "UNSTOP"].map((word) => [word, "START"]),
  ...["HELP", "INFO"].map((word) => [word, "HELP"]),
]);

/** What Twilio's default handling reads in a text: a keyword alone, in any case. Source: Twilio, "Support for opt-out keywords". */
export const readKeyword = (body: string): OptOutType | undefined => keywords[body.trim().toUpperCase()];

export const confirmations: Readonly<Record<OptOutType, string>> = {
  STOP: "You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe.",
  START:
    "You have successfully been re-subscribed to messages from this number. Reply HELP for help. Reply STOP to unsubscribe. Msg&Data Rates May Apply.",
  HELP: "Reply STOP to unsubscribe. Msg&Data Rates May Apply.",
};

/** Who does not want texts from whom. A block holds for a number, or for the whole service that it sends for. */
export interface OptOuts {
  isBlocked(sender: PhoneNumber, recipient: string): boolean;
  /** Whether it changed anything. */
  block(sender: PhoneNumber, recipient: string): boolean;
  unblock(sender: PhoneNumber, recipient: string): boolean;
}

export function createOptOuts(serviceOf: World["directory"]["serviceOf"]): OptOuts {
  const blocked = new Set<string>();
  const key = (sender: PhoneNumber, recipient: string): string =>
    `${serviceOf(sender)?.sid ?? sender.phoneNumber} ${recipient}`;
  return {
    isBlocked: (sender, recipient) => blocked.has(key(sender, recipient)),
    block(sender, recipient) {
      const isNew = !blocked.has(key(sender, recipient));
      blocked.add(key(sender, recipient));
      return isNew;
    },
    unblock: (sender, recipient) => blocked.delete(key(sender, recipient)),
  };
}
