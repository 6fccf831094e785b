/** A text that came or went, by when and with what words. */
export type Uttered = { at: Temporal.Instant; body: string };

/** Seen here, a conversation between two machines is stopped long before the carrier's own limit of 30 (Twilio 14107). */
export const MOST_MACHINE_EXCHANGES = 6;
export const LOOP_SPAN = Temporal.Duration.from({ minutes: 10 });

/** Faster than anybody types on a phone, the text's way through the air not even counted. */
const CHARACTERS_A_SECOND = 12;
const LONG_ENOUGH_TO_TIME = 60;
const LONG_ENOUGH_TO_COMPARE = 12;

const AUTO_REPLY =
  /\b(auto(matic|mated)?[- ]?(reply|response|message|text)|out of (the )?office|i('| a)m driving|do not reply|this (number|mailbox) (is|does) not (accept|monitored)|respuesta autom[aá]tica|no responda a este)/i;

/**
 * How many of a person's texts look like a machine's answers to ours: they say so, they repeat themselves or us, or they
 * came faster than anybody types.
 */
export function machineExchanges(received: readonly Uttered[], sent: readonly Uttered[]): number {
  const inOrder = received.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at));
  return inOrder.filter((text, i) => {
    const earlier = inOrder.slice(0, i).map(({ body }) => body);
    const ours = sent.filter(({ at }) => Temporal.Instant.compare(at, text.at) < 0);
    return (
      AUTO_REPLY.test(text.body) ||
      repeats(text.body, [...earlier, ...ours.map(({ body }) => body)]) ||
      isTooFast(text, ours)
    );
  }).length;
}

function repeats(body: string, others: readonly string[]): boolean {
  const gist = gistOf(body);
  return gist.length >= LONG_ENOUGH_TO_COMPARE && others.some((other) => gistOf(other) === gist);
}

/** Letters only, so that counters and times in an automatic text make no difference. */
function gistOf(body: string): string {
  return body.toLowerCase().replace(/[^\p{L}]+/gu, "");
}

function isTooFast(text: Uttered, ours: readonly Uttered[]): boolean {
  if (text.body.length < LONG_ENOUGH_TO_TIME || ours.length === 0) return false;
  const last = Math.max(...ours.map(({ at }) => at.epochMilliseconds));
  return text.body.length / CHARACTERS_A_SECOND > (text.at.epochMilliseconds - last) / 1000;
}
