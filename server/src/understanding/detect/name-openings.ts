const word = "(?:[\\p{L}]{1,3}\\.|[\\p{L}][\\p{L}'-]*)";
const several = `(${word}(?: ${word}){0,4})`;
const title =
  "(?:dr\\.? |prof\\.? |rev\\.? |reverend |pastor |mr\\.? |mrs\\.? |ms\\.? |senora |senor |señora |señor |sra\\.? |sr\\.? |don |doña )?";

/** Something after which, or before which, a name stands. A `sure` one needs no further sign. */
type Introduction = { pattern: RegExp; sure: boolean };

/** How people say who they are, surest first. */
export const introductions: readonly Introduction[] = [
  sure(`(?:under|in) (?:my|his|her|our) \\p{L}+(?:'s|s)? name,?(?: is| of)? ${several}`),
  sure(`a nombre de (?:mi|su|nuestr[oa]) \\p{L}+,? ${several}`),
  sure(`(?:full name|nombre completo|card says)(?: is| es|:)? ${several}`),
  sure(`first name(?: is|:)? (\\p{L}+)(?=,? last)`),
  sure(
    `(?:my|the)? ?(?:full |first |last )?name(?:'s| is| ?s(?![\\p{L}])|:| would be| for the appointment is)+ ?(?:actually )?${several}`,
  ),
  sure(`(?:under|by) (?:the )?name(?: of)? ${several}`),
  sure(`name ?[:=-] ?${several}`),
  unsure(`(?:it's|its|this is|it is) me,? ${several}`),
  unsure(`(?:put|book|schedule|make) (?:it|this|me|that) (?:down )?(?:under|as|for)? ?${several}`),
  unsure(
    `(?:i go by|(?<!not |n't |dont |never )call me|they call me|i am called|people call me|everyone calls me|calls me|goes by|me dicen|me conocen como) ${several}`,
  ),
  unsure(
    `(?:put|use|list|add|enter|write(?: down)?) ${several} (?:on|for|as|down)(?= (?:it|the|that|this|for|my|on|as)(?![\\p{L}])|$)`,
  ),
  unsure(
    `(?:ap[uú]nt|an[oó]t|ag[eé]nd|p[oó]n|reg[ií]str|res[eé]rv)\\p{L}* (?:la cita )?(?:como|bajo|con el nombre de|a nombre de) ${several}`,
  ),
  sure(`(?:me llamo|mi nombre(?: completo)? es|nombre ?:|mi nombre ?:|a nombre de|el nombre es) ${several}`),
  unsure(`(?:ponle|ponga|póngale|anote|anóteme como|apúnteme como|a mi nombre,?|le doy el m[ií]o:) ${several}`),
  unsure(
    `(?:soy|habla|le habla|les habla|le escribe|les escribe|de parte de|te habla|por aqu[ií]|por ac[aá]|aqu[ií]|ac[aá]|habla es con|con) (?:la |el )?${title}${several}`,
  ),
  unsure(`(?:this is|it's|its|it is|i'm|im|i am|this's|dis is|here is|that would be) ${title}${several}`),
  unsure(`(?:wife|husband|daughter|son|sister|brother|mom|dad|esposa|esposo|hija|hijo)[:,] ${several}`),
  unsure(`(?:for|ask for|it's for|appointment for|under|es|para) ${several}(?= please|,|\\.|$)`),
  before("(?:here|speaking|again|w/|with|from|aqu[ií]|ac[aá]|por aqu[ií]|por ac[aá]|pa servirle)"),
  atEnd(
    "(?:thanks|thank you|thx|regards|sincerely|gracias|gracias de antemano|best|saludos|cheers|atte\\.?)[,.!]* ?[-~]? ?",
  ),
  atEnd("(?:^|[.!?\\n] *|\\s)[-~\u2014] ?"),
];

/** Other people, of whom somebody speaks. */
export const notTheirOwn =
  /(?<![\p{L}'])(?<!(?:this is|i am|i'm|im|soy|habla) )(?:my|his|her|our|mi|su|nuestr[oa]|la|el) (?:late )?(?:husband|wife|mom|mother|dad|father|son|daughter|sister|brother|boss|landlord|neighbor|friend|tenant|aunt|uncle|grandma|grandpa|grandmother|grandfather|mother-in-law|father-in-law|dog|cat|esposo|esposa|mamá|mama|papá|papa|hijo|hija|hermano|hermana|comadre|compadre|vecino|vecina|jefe|suegra|suegro|abuela|abuelo|tía|tío|cuñad[oa]|amig[oa]|inquilin[oa]|perro|t[ée]cnico|plomero)(?:'s|s)?(?: name)?(?:,| is| es| se llama)? (?:do[nñ]a |don |mrs?\.? |ms\.? |señora? )?\p{L}+/giu;

function sure(pattern: string): Introduction {
  return { pattern: said(pattern), sure: true };
}

function unsure(pattern: string): Introduction {
  return { pattern: said(pattern), sure: false };
}

/** The message, or a sentence of it, begins with a name before these words. */
function before(words: string): Introduction {
  return {
    pattern: new RegExp(`(?:^|[.!?\\n]) ?(?:hi|hey|hello|hola)?,? ?${several},? ${words}(?![\\p{L}])`, "giu"),
    sure: false,
  };
}

function atEnd(words: string): Introduction {
  return { pattern: new RegExp(`${words}${several}[^\\p{L}]*$`, "giu"), sure: false };
}

function said(pattern: string): RegExp {
  return new RegExp(`(?<![\\p{L}'])${pattern}`, "giu");
}
