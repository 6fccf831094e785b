import type { WordClasses } from "../../text/patterns.ts";

/** Classes of English words that patterns name with "@". */
export const words: WordClasses = {
  a: ["a", "an", "the", "my", "our", "some", "this", "that", "your", "his", "her", "their"],
  be: ["is", "are", "am", "was", "be", "been", "being", "were", "keeps", "keep", "kept", "started", "seems"],
  co: ["(carbon monoxide|carbonmonoxide|carbon|monoxide|co|co 2|c o)"],
  dizzy: [
    "(headache*|dizzy|dizziness|nause*|lightheaded|light headed|woozy|throwing up|passing out|faint|fainting|feel sick|feeling sick|feels sick|all sick|sick and|vomiting|sleepy and)",
  ],
  firewords: [
    "(dept|department|station|truck|marshal|inspection|extinguisher*|pit|pits|place|places|sale|drill|code|escape|hydrant|sprinkler*|door*|rated|insurance|safety|damper|hazard|risk|alarm*|suppression|damage*|restoration|wall|stick|works|wood|in 20##)",
  ],
  sparks: ["(spark|sparks|sparking|sparked|arcing|arced|arcs|sizzl*|crackl*|zapping)"],
  thing: [
    "@machine",
    "@electric",
    "(vent|vents|car|truck|motor|engine|chimney|duct|ducts|register|registers|pipe|roof|attic|closet|wall|walls|ceiling)",
    "(toaster|tv|computer|lamp|candle|pan|pot|charger|scooter|bike|hoverboard|blanket|wreath|tree|curtain*|mattress|couch)",
  ],
  child: [
    "# (year|years|month|months|week|weeks|mo|yo|y o) old",
    "# (yo|yr)",
    "(little (one|boy|girl|guy))",
    "(baby|babies|kid|kids|child|children|toddler|infant|newborn|grandson|granddaughter|grandbaby|twins)",
  ],
  person: [
    "@child",
    "(someone|somebody|people|person|everyone|anybody|anyone)",
    "(husband|wife|son|daughter|mom|mother|mama|dad|father|brother|sister|grandma|grandmother|grandpa|grandfather)",
    "(roommate|neighbor|tenant|friend|boyfriend|girlfriend|partner|worker|coworker|employee|customer|patient|uncle|aunt)",
    "(guy|guys|dude|dudes|man|men|woman|girl|boy|lady|he|she|they|we|i|me|him|us|them)",
  ],
  fuel: ["natural gas", "gas", "propane", "methane", "lp gas", "gasoline"],
  eggs: [
    "(rotten|rotting|bad|spoiled) eggs?",
    "(rotten|rotting|bad|spoiled) egg",
    "eggs?",
    "(sulfur|sulphur|mercaptan)",
  ],
  smell: ["(smell*|odor*|whiff|reek*|stink*|stench|stank|fumes|scent|sniff*|oder|smelt)"],
  electric: [
    "(outlet*|plug|plugs|socket*|receptacle*|panel*|breaker*|wire|wires|wiring|switch|switches|fixture*|cord|cords)",
    "(fuse|fuses|gfci|meter|transformer|conduit|subpanel|chandelier|circuit|circuits|extension cord)",
    "(power strip|surge protector|light|lights|lightbulb|bulb|light switch|ceiling fan|junction box|electrical box)",
    "(charger|ev charger|power line|power lines|electrical|electric box)",
  ],
  machine: [
    "(furnace|heater|boiler|oven|stove|dryer|washer|dishwasher|microwave|fridge|refrigerator|toaster|thermostat|unit)",
    "(ac|air conditioner|condenser|compressor|air handler|motor|opener|blower|vent|vents|generator|battery|appliance)",
    "(water heater|space heater|heat pump|fireplace|chimney|grill|range|cooktop|fan|pump|machine|laptop|hot tub)",
  ],
  place: [
    "(air|house|home|apartment|kitchen|garage|basement|attic|bedroom|bathroom|room|building|wall|walls|ceiling|roof)",
    "(closet|hallway|shed|porch|deck|store|shop|office|trailer|car|truck|condo|unit|crawlspace|laundry room|yard|place)",
  ],
  sounding: [
    "(going|goes|went|gone|go) (crazy|nuts|off|wild)",
    "set off",
    "(sounding|sounds|sounded|alarming|blaring|screaming|ringing|shrieking|wailing|tripped|triggered|activated)",
    "(screeching|beeping|beeps|buzzing|alerting|is on|will not (stop|quit|turn off|shut (up|off)))",
  ],
  vulnerable: [
    "@child",
    "(elderly|pregnant|disabled|oxygen|dialysis|asthma|copd|immunocompromised|surgery|hospice|wheelchair)",
    "(grandma|grandmother|grandpa|grandfather|# year old|# yr old|month old|# month old|weeks? old|years? old|senior*|(is|am) (6#|7#|8#|9#))",
  ],
  hot: ["(8#|9#|10#|11#) (degrees|f|in here|inside|in the house|in my|outside|out|already)"],
  cold: [
    "(#|1#|2#|3#|4#|5#) (degrees|f|in here|inside|in the house|outside|out)",
    "(freezing|freezes|snow*|frozen|below zero|cold)",
  ],
  dead: [
    "(is|are|has|have|just|all|was|were|be)? (completely|totally|just)? (out|dead|died|down|broken|busted|quit|kaput|gone|off|shot|toast)",
    "(went|gave|gone|goes|conked) (completely|totally)? (out|down)",
    "(stopped|quit) (working|running|heating|cooling|blowing)?",
    "(broke|broken|broke down|failed|failing|crapped out|shut down|shutting off|shut off|gave up|is acting up)",
    "@be? not (working|running|heating|cooling|turning on|coming on|kicking on|firing|blowing|on|starting|responding|lighting)",
    "(will|does|did|can|would) not (work|turn on|come on|start|kick on|run|heat|cool|fire|blow|ignite|light|stay (on|lit))",
    "no longer (works|working|heats|heating|cooling)",
    "(has )?no power",
  ],
};
