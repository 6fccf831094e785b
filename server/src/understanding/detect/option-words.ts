import { ones } from "../lexicon/spoken-numbers.ts";
import { compile } from "../text/patterns.ts";

/** Ways to name an option by its place; the n-th list is the n-th option, the last list the last option. */
const places: readonly (readonly string[])[] = [
  [
    "(first|1st|frist|fist) (one|option|slot|time|choice|appointment|works|is|please|sounds|would|$|available|window|opening|spot|of|will|does)",
    "(option|number|slot|choice|\\#|opcion|no|numero|la|el|letter|time) (1|one|a|uno|una|primera|primero)",
    "(la|el) (primera|primero|primer) (opcion|hora|horario|cita)?",
    "(primera|primero|primer) (opcion|esta|por favor|$)",
  ],
  [
    "(second|2nd|secnd) (one|option|slot|time|choice|appointment|works|is|please|sounds|would|$|window|opening|spot|will|does)",
    "(option|number|slot|choice|\\#|opcion|no|numero|letter) (2|two|b|dos)",
    "(la|el) (segunda|segundo|2|dos|de enmedio|de en medio|del medio|b)",
    "(segunda|segundo) (opcion|esta|por favor|$)",
    "(middle) (one|option|slot)?",
  ],
  [
    "(third|3rd) (one|option|slot|time|choice|appointment|works|is|please|sounds|would|$|window|opening|spot|will|does)",
    "(option|number|slot|choice|\\#|opcion|no|numero|letter) (3|three|c|tres)",
    "(la|el) (tercera|tercero|tercer|3|tres|c)",
    "(tercera|tercero) (opcion|esta|por favor|$)",
  ],
  [
    "(fourth|4th) (one|option|slot|time|choice|appointment|works|is|please|$|window|opening|spot)",
    "(option|number|slot|choice|\\#|opcion|numero) (4|four|d|cuatro)",
    "(la|el) (cuarta|cuarto|4|cuatro)",
    "(cuarta) (opcion|esta|por favor|$)",
  ],
  [
    "(fifth|5th) (one|option|slot|time|choice|$)",
    "(option|number|slot|choice|\\#|opcion|numero) (5|five|e|cinco)",
    "(la|el) (quinta|quinto|5|cinco)",
  ],
];
export const ordered = places.map((patterns) => compile(patterns));
export const last = compile([
  "(last|final) (one|option|slot|time|choice|appointment|works|is|please|sounds|$|window)",
  "(la|el) (ultima|ultimo)",
  "ultima (opcion|hora)?",
]);
export const earliest = compile([
  "(earliest|soonest|sooner|earlier|quickest|first available|whichever is (first|sooner|earliest|soonest)) (monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|today|one|option|slot|time|possible|works|is|please|$|available|of)?",
  "(mas temprano|mas pronto|mas cercana|mas temprana|antes posible|lo antes posible|cuanto antes|asap)",
  "(asap|as soon as possible|the sooner the better)",
]);
export const latest = compile([
  "(latest|later|late) (monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|today|one|option|slot|time|works|is|please|$|of)",
  "mas tarde",
]);
export const any = compile([
  "(either|whichever|cualquiera)",
  "(any|either|anyone|whichever|whatever|all|both) (of (them|those|these)|one|time|works|is fine|is good|are fine|is ok|you|slot|option|day|$|work|are good)",
  "(i am|we are|im)? (flexible|not picky|open)",
  "(you|u) (pick|choose|decide)",
  "(cualquiera|la que sea|cualquier|el que sea|las dos|me da igual|como guste|usted (elija|escoja|decida))",
]);
export const none = compile([
  "(anything|something|nothing|any time|algo|no tiene|no tienen|no hay) (available|mas)? (earlier|sooner|later|else|temprano|tarde|antes|pronto)",
  "(none|neither|no) (of (those|them|these)|work*|one|are|$|is)",
  "(ninguna|ninguno|ningun)",
  "(not|do not|does not|can not|will not) (any|either|work|make (any|either)|do (any|either))",
]);
export const rejected =
  /(?<= )(?:a|at|not|no|instead of|rather than|except|but not|ni|en vez de|can not do|can not make|no puedo|no me (?:sirve|queda)) (?:the |la |el |option |number )?$/;
/** "Not the first one" and "the first one does not work". */
export const rejectedAfter =
  /^(?:one |slot |option |time |opcion )?(?:does not|do not|will not|would not|is not|is (?:too|no good|out|bad|taken)|no (?:puedo|me|sirve|funciona)|i can not)/;
/** Nothing but a number or a letter, courtesy and signs aside. */
export const lone =
  /^ (?:(?:ok|yes|sure|yeah|si|lets|let|us|do|i|will|would|like|take|want|choose|pick|give|get|book|reserve|put|me|down|for|sign|up|go|going|with|my|choice|is|what|how|about|que|tal|#|number|option|opcion|numero|slot|the|la|el|please|maybe|works|quiero|hello|hi|um|mm|emojiyes|[("'*~,.!-]) )*(?<n>\d|one|two|three|four|five|a|b|c|d|uno|una|dos|tres|cuatro|cinco) (?:(?:please|works|thanks|thank|you|so|much|is|good|fine|great|sounds|would|be|it|for|me|us|perfect|por|favor|gracias|esta|bien|best|will|work|if|possible|i|guess|think|then|ok|emojiyes|[?)"'*~.!,-]) )*$/;
/** Two options named in one breath. */
export const pair = /(?<= )(?:option |number |# )?(?<n>\d) (?:or|o|and|y|,) (?:option |number |# )?\d /;
/** "La una", "las dos": hours where option numbers would be "la 1", "la 2". */
export const hourNotPlace = compile(["(la) una", "las (dos|tres|cuatro|cinco|#)", "la 1 (de la tarde|pm)"]);
/** Questions about an option, which do not take it; "does the second one work?" takes it. */
export const asksAbout =
  /(?<= )(?:(?<=(?:^|[.,!?¿]) (?:so |and |ok |but |y |pero )?)(?:what(?! about)|which|how (?:long|much|many)|who|why|cuant[oa]|cual|quien|por que) |(?:does|is|are) (?:the |option |number |slot |that )(?![^?]*(?:work|ok|fine|good|possible|available|open|free) )|(?<=¿ )(?:la|el) \w+ (?:es|incluye|dura|cuesta|tiene) )[^.!]*\? /g;
export const numbers: Record<string, number> = { ...Object.fromEntries(ones), una: 1, a: 1, b: 2, c: 3, d: 4 };
