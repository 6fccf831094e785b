/** The digits of something that can only be meant as a part of a phone number, else null: "1420 Oak St" is an address. */
export function phoneFragment(words: string): string | null {
  const digits = words.replace(/\D/g, "");
  return digits.length >= 3 && /^[\d\s()+./-]+$/.test(words) ? digits : null;
}

/** Takes their meaning from the characters % and _ of a pattern of LIKE. */
export function escapeLike(words: string): string {
  return words.replace(/[\\%_]/g, "\\$&");
}
