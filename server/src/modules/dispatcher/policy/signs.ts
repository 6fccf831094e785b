/**
 * What a text shows beyond its understanding: how the customer takes an offer. Each reads the whole text in both languages,
 * in lower case and without accents. They only steer what is asked next; nothing is booked or cancelled by them alone.
 */

const LEAVES_IT_TO_US = wordsOf([
  "any ?time",
  "whenever",
  "what ?ever (works|time|you|is)",
  "any (time|day|slot|of (them|those|these|the))",
  "either( one| is| works| way)?",
  "(does ?n'?t|don'?t|do not|does not) (really )?(matter|care|mind)",
  "no preference",
  "you (pick|choose|decide)",
  "(i'?m|we'?re|am|pretty|very) flexible",
  "cualquier(a)?( hora| dia| momento)?",
  "cuando (sea|quiera|quieran|pueda|puedan|guste|gusten)",
  "(la|el) que sea",
  "me da (igual|lo mismo)",
  "usted(es)? (elija|escoja|decida|diga)n?",
  "a la hora que (sea|quiera|pueda)n?",
]);

const PUTS_IT_OFF = wordsOf([
  "(too|so|very|way too|kinda|pretty|really) (expensive|pricey|high|steep|rich)|(way )?too much",
  "(that'?s|thats|that is|is) (a lot|more than i|crazy|insane|expensive|pricey|steep)",
  "(can'?t|cannot|can not|couldn'?t) afford|(out of|over|above|not in) (my|our|the) (budget|price)|more than i (can|want|expected)",
  "(someone|somebody|elsewhere|somewhere) else|go elsewhere",
  "no,? (thanks|thank you|thx|ty)|not interested|(i'?ll|we'?ll|i will|gonna|going to|have to|i) pass|hard pass",
  "(thanks|thank you|thx) (anyway|anyways|though|but no)|no,? that'?s (ok|okay|fine|alright|all right)|(i'?m|we'?re) (good|all set)( (thanks|thank you|thx))?\\W*$",
  "never ?mind|nvm|forget (it|about it)|do it myself",
  "(muy|demasiado|tan|bastante|esta|sale) (caro|cara|costoso|costosa|dinero|alto)|es mucho( dinero)?|carisimo",
  "no (lo |la )?(puedo|podemos) pagar|no me alcanza|fuera de mi presupuesto",
  "no,? (muchas )?gracias|no me interesa|mejor no|por ahora no|ahora no|asi (lo )?dejo|(lo )?dejo asi|asi dejemoslo",
  "(otra|otro) (compania|empresa|plomero|electricista|lugar|lado|persona|tecnico|cerrajero)|alguien mas|en otro lado",
  "olvide(lo|n)|olvidalo|dejelo|no se preocupe",
]);

const THINKS_IT_OVER = wordsOf([
  "think (about|on) it|think it over|sleep on it",
  "get back to (you|u|ya)|let (you|u) know|(call|text) (you|u) back|reach (back )?out",
  "(call|shopp?|look|check|ask)(ing)? around|just (looking|browsing|checking|curious|wondering|comparing)",
  "(other|more|couple|few|another|different) (quotes?|bids?|estimates?|prices|company|companies|options|place|places)",
  "just (wanted|want|needed|need) (a|an|the|to (know|see|get)) .*(ballpark|price|quote|estimate|idea|cost|number)",
  "(i'?ll|i will|i can|we'?ll|we will|we can|i'?d rather) wait( on it| for now| then)?\\W*$",
  "(maybe|perhaps|some) (later|another time|other time|next time|some other time)|not (right now|at this time|for now|yet)|hold off|(can|will) wait on (it|this)",
  "(check|talk|speak|ask)( with| to)? (my|the) (husband|wife|spouse|partner|landlord|boss|roommate|mom|dad)",
  "(lo|la) (voy a pensar|pienso|pensare|consulto)|dejeme pensar(lo)?|tengo que pensar(lo)?|voy a pensar(lo)?",
  "gracias (de todos modos|de todas formas|igual|igualmente|de igual)|solo (preguntaba|queria saber)",
  "(luego|despues|mas tarde) (le|les|te) (aviso|llamo|escribo|digo|marco)|(yo )?(le|les) (aviso|llamo luego)",
]);

const LATER = wordsOf([
  "(any ?thing|something|nothing|any ?time|time|times|slot|slots|one|ones|have|got|do|come|be|make it|it) (a (bit|little) |much )?later",
  "later (than|time|slot|appointment|day|in the)",
  "^(a (bit|little) )?later\\W*$",
  "(algo|nada|hora|horario|puede|pueden|hay|tiene|tienen|seria|ser|un poco) mas tarde",
  "^mas tarde\\W*$",
]);

const SOONER = wordsOf([
  "(any ?thing|something|nothing|any ?time|time|times|slot|slots|one|ones|have|got|do|come|be|make it|it|any|there) (a (bit|little) |much )?(sooner|earlier|quicker|faster)",
  "(sooner|earlier) (than|time|slot|appointment|day|in the)",
  "^(a (bit|little) )?(sooner|earlier)\\W*$",
  "^(right )?(now|away)( please| pls)?\\W*$|^(ahora|ya)( mismo)?( por favor)?\\W*$",
  "(algo|nada|hora|horario|puede|pueden|hay|tiene|tienen|un poco) (mas (temprano|pronto)|antes)",
  "^(mas (temprano|pronto)|antes)\\W*$",
]);

const CHANGES_MIND = wordsOf([
  "actually|on second thought|after all|chang\\w* (my|our) mind|reconsider\\w*|let'?s do it|go ahead|wait",
  "mejor si|siempre si|despues de todo|cambi\\w* de (opinion|idea)|pensandolo|adelante|de acuerdo entonces",
]);

const TROUBLE = wordsOf([
  "broke|broken|busted|crack(ed|s)?|leak\\w*|burst|stuck|jammed|clogg?ed|froze|frozen|dead|died|snapped|bent|loose|nois(e|y)|loud",
  "(won'?t|does ?n'?t|did ?n'?t|is ?n'?t|not|stopped|quit|keeps?|stays?) \\w+",
  "(install|replace|repair|fix|inspect|unclog|rekey|remove|mount|hook up|set up)(ed|ing|ation|ment)?",
  "se (rompio|descompuso|dano|tapo|trabo|atoro|quebro|salio|solto|quemo|apago|cayo|congelo)|rot[oa]|descompuest[oa]|danad[oa]|tapad[oa]",
  "no (funciona|sirve|prende|enciende|abre|cierra|jala|baja|sale|enfria|calienta|hay)|gotea|fuga|ruido|atorad[oa]|trabad[oa]",
  "(instalar|cambiar|reparar|arreglar|componer|revisar|poner|destapar|quitar)",
]);

const FILLER = wordsOf(
  [
    "i|you|u|me|it|so|what|whatever|man|dude|bro|lol|haha|idk|idc|dunno|hmm+|um+|uh+|blah|asdf\\w*|meh|nah|just|don'?t|do|not|know|no|idea|clue|tell|stuff|thing|things|something",
    "anything|nothing|ok|okay|well|like|yo|se|nada|algo|cosa|cosas|pues|este|bueno|lo|que|sea|ni|sabe|digame|usted|jaja\\w*|the|a|for|real|come|on|can|someone|help|hi|hey|hello|hola",
  ],
  "gu",
);

const NAMES_ADDRESS = wordsOf(["address|street|location|place|direccion|calle|domicilio"]);
const NAMES_TIME = wordsOf(["time|day|date|hour|when|hora|dia|fecha|horario"]);
const NAMES_NAME = wordsOf(["name|nombre"]);
const IS_WRONG = wordsOf([
  "wrong|incorrect|(not|isn'?t|aren'?t) (right|correct)|mistake|misspelled|typo|mixed (it |them |that )?up|(?<!what )(i|we) meant",
  "(esta|estan) mal|equivocad[oa]|equivoque|incorrect[oa]|no es correct[oa]",
]);
const KEEPS_HOUR = wordsOf(["same (time|hour)|misma hora"]);
const KEEPS_DAY = wordsOf(["(?<!(n'?t|not) (\\w+ ){0,2})that same day|(?<!no (\\w+ ){0,2})ese mismo dia"]);
const CANCELS = wordsOf(["cancel\\w*"]);

/** "Any time is fine": the choice among free times is ours. */
export const leavesItToUs = (text: string) => LEAVES_IT_TO_US.test(plain(text));
/** Words that tell nothing, like "idk" and "whatever man". */
export const saysNothing = (text: string) =>
  plain(text)
    .replaceAll(FILLER, "")
    .match(/[a-z]{2,}/u) === null;
/** None of the times offered, a later one. */
export const wantsLater = (text: string) => LATER.test(plain(text));
/** None of the times offered, an earlier one. */
export const wantsSooner = (text: string) => SOONER.test(plain(text));
/** Something in what was read back is not so. */
export const saysWrong = (text: string) => IS_WRONG.test(plain(text));
/** Something broke or is wanted done, whatever thing it is. */
export const soundsLikeTrouble = (text: string) => TROUBLE.test(plain(text));
/** Yes after a no. */
export const changesMind = (text: string) => CHANGES_MIND.test(plain(text));
/** The very word, not just "never mind". */
export const saysCancel = (text: string) => CANCELS.test(plain(text));
/** Another day, but the hour stays. */
export const keepsHour = (text: string) => KEEPS_HOUR.test(plain(text));
/** Another hour, but the day stays. */
export const keepsDay = (text: string) => KEEPS_DAY.test(plain(text));
export const endsInQuestion = (text: string) => /\?\s*$/.test(text);
export const asksSomething = (text: string) => text.includes("?");

/** Not now, not here, not at this price; or perhaps later, with nothing decided and nothing refused. A question is neither. */
export function hesitation(text: string): "puts_off" | "thinks_over" | null {
  const words = plain(text);
  if (endsInQuestion(text)) return null;
  if (PUTS_IT_OFF.test(words)) return "puts_off";
  return THINKS_IT_OVER.test(words) ? "thinks_over" : null;
}

/** Which part of a read-back is wrong, when the customer names only the part. */
export function partNamed(text: string): "address" | "name" | "time" | null {
  const words = plain(text);
  if (NAMES_ADDRESS.test(words)) return "address";
  if (NAMES_NAME.test(words)) return "name";
  return NAMES_TIME.test(words) ? "time" : null;
}

export function wordCount(text: string): number {
  return text.match(/[\p{L}\p{N}'’]+/gu)?.length ?? 0;
}

function wordsOf(patterns: readonly string[], flags = "u"): RegExp {
  return new RegExp(patterns.map((pattern) => `(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`).join("|"), flags);
}

function plain(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").replaceAll("’", "'").toLowerCase().trim();
}
