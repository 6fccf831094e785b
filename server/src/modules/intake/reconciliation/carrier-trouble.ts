import { outcomeOfFailure } from "#providers/telephony/outcomes.ts";

/** The carrier did not give us its list; the message is one sentence for people. */
export class CarrierTrouble extends Error {
  readonly code: number | null;
  /** It goes on until a person does something about it. */
  readonly lasts: boolean;

  constructor(sentence: string, { code, lasts }: { code: number | null; lasts: boolean }) {
    super(sentence);
    this.code = code;
    this.lasts = lasts;
  }
}

/** Twilio, "Error and warning dictionary". */
const SENTENCES: Readonly<Record<number, string>> = {
  20003: "The carrier refuses the account's auth token. Enter the current one in the settings.",
  20005: "The carrier has suspended the account. Its console says why.",
  20404: "The carrier does not know the account. Check its SID.",
};

/** Asks the carrier. @throws CarrierTrouble, whatever went wrong. */
export async function askCarrier<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    throw troubleOf(error);
  }
}

function troubleOf(error: unknown): CarrierTrouble {
  const failure = outcomeOfFailure(error);
  switch (failure.kind) {
    case "refused":
      return new CarrierTrouble(SENTENCES[failure.errorCode ?? 0] ?? "The carrier refuses to list what it has.", {
        code: failure.errorCode,
        lasts: true,
      });
    case "not_processed":
      return new CarrierTrouble("The carrier has too many requests at the moment.", {
        code: failure.errorCode,
        lasts: false,
      });
    case "unknown":
      return new CarrierTrouble("The carrier does not answer.", { code: null, lasts: false });
  }
}
