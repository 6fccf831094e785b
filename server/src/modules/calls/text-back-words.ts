/** Why a missed call got a text, a task or nothing, by the code of the reason, in words for the people of the business. */
const SENTENCES: Readonly<Record<string, string>> = {
  missed_call: "The call was missed.",
  anonymous: "The caller withheld the number, so somebody has to look after it.",
  own_number: "The call came from one of your own numbers.",
  excluded: "This caller is on the list of people who are never texted.",
  disabled: "Texting back is switched off.",
  too_old: "The call was found too late for a text to make sense.",
  opted_out: "The caller asked for no texts.",
  do_not_contact: "The contact is marked as not to be contacted.",
  called_back: "Somebody spoke with the caller since.",
  already_written: "Somebody wrote to the caller since.",
  already_texted: "The caller got a text for a call shortly before.",
  already_a_task: "There is a task for a call shortly before.",
  landline: "A landline takes no texts, so somebody has to call back.",
  sender_unregistered: "Your number is not registered for texts yet, so somebody has to call back.",
};

/** A refusal of the gate has words of its own, which the story of the call tells. */
export function textBackSentence(reason: string): string {
  return SENTENCES[reason] ?? "The text was not allowed; the story of the call tells why.";
}
