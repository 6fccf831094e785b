/** What a caller is told whom nobody answered. Kept with the consent that it asks for. */
export type Notice = { version: string; text: string };

export type NoticeFacts = {
  businessName: string;
  /** Null when the caller withheld the number. */
  customerPhone: string | null;
  /** Whether the business texts callers it missed. */
  textsBack: boolean;
};

/**
 * The spoken notice. Who is told that a text will come and how to refuse it, and does not object, has given what CTIA's
 * Messaging Principles (5.1) call implied consent to a conversation; a promise to text is made only where a text can come.
 */
export function noticeOf({ businessName, customerPhone, textsBack }: NoticeFacts): Notice {
  const greeting = `Thank you for calling ${businessName}. We can't take your call right now.`;
  if (customerPhone === null)
    return {
      version: "withheld-1",
      text: `${greeting} Your number was not shown to us, so please call again with your number shown. Goodbye.`,
    };
  if (!textsBack)
    return { version: "no-text-1", text: `${greeting} We will call you back as soon as we can. Goodbye.` };
  return {
    version: TEXT_PROMISED,
    text: `${greeting} We will text you at this number in a moment. Reply STOP to that text if you do not want any more. Goodbye.`,
  };
}

const TEXT_PROMISED = "text-1";

/** Whether this notice told the caller that a text will come. */
export function promisesText(notice: Notice): boolean {
  return notice.version === TEXT_PROMISED;
}
