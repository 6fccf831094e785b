import { outcomeOfFailure } from "#providers/telephony/outcomes.ts";

/** The carrier did not give us its list; the message is one sentence for people. */
export class CarrierTrouble extends Error {
  readonly code: number | null;

  constructor(sentence: string, code: number | null) {
    super(sentence);
    this.code = code;
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
      return new CarrierTrouble(
        SENTENCES[failure.errorCode ?? 0] ?? "The carrier refuses to list what it has.",
        failure.errorCode,
      );
    case "not_processed":
      return new CarrierTrouble("The carrier has too many requests at the moment.", failure.errorCode);
    case "unknown":
      return new CarrierTrouble("The carrier does not answer.", null);
  }
}
