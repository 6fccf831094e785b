/** A person's name, taken apart; null when there is none. */
export type PersonName = { first_name: string | null; last_name: string | null };

const LONGEST = 100;

/**
 * Reads a name as people and carriers write it: "JOHN  SMITH", "smith, john", "María José O'Neil". Spaces are joined,
 * invisible characters dropped, "last, first" turned round; all-capital and all-small Latin names get their capitals. The
 * first word is the first name, what remains is the last name.
 */
export function readName(text: string): PersonName {
  const whole = cleanName(text);
  const [last, first, ...more] = whole.split(/\s*,\s*/);
  const turned = first !== undefined && first !== "" && more.length === 0 ? `${first} ${last}` : whole;
  const [firstName = "", ...rest] = capitalise(turned).split(" ");
  return { first_name: part(firstName), last_name: part(rest.join(" ")) };
}

/** One line without invisible characters (controls, zero-width and direction marks), its spaces joined. */
export function cleanName(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\p{Cc}\s]+/gu, " ")
    .replace(/[\p{Cf}\p{Co}\p{Cn}]/gu, "")
    .trim();
}

function capitalise(name: string): string {
  const isShouted = name === name.toLocaleUpperCase("en") || name === name.toLocaleLowerCase("en");
  if (!isShouted) return name;
  return name
    .toLocaleLowerCase("en")
    .replace(
      /(^|[\s'’-])(\p{Ll})/gu,
      (_all, before: string, letter: string) => before + letter.toLocaleUpperCase("en"),
    );
}

function part(text: string): string | null {
  const characters = [...text];
  return characters.length === 0 ? null : characters.slice(0, LONGEST).join("").trim();
}
