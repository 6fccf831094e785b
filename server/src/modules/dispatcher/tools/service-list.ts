import type { Trade } from "#understanding";
import type { Service } from "./services.ts";

/** Hours of work, fewest and most. */
type Hours = readonly [low: number, high: number];

function service(trade: Trade, words: RegExp, en: string, es: string, [low, high]: Hours): Service {
  return { trade, words, name: { en, es }, hours: { low, high } };
}

/** What each trade does, the more particular before the more general: the first whose words fit is taken. */
export const SERVICES: readonly Service[] = [
  service(
    "plumbing",
    /water heater|hot water|tankless|calentador|agua caliente|boiler/,
    "water heater repair",
    "reparación de calentador de agua",
    [1, 3],
  ),
  service(
    "plumbing",
    /sewer|sewage|main line|septic|aguas negras|drenaje principal/,
    "sewer line service",
    "servicio de drenaje principal",
    [2, 4],
  ),
  service("plumbing", /disposal|triturador/, "garbage disposal repair", "reparación de triturador", [1, 2]),
  service("plumbing", /sump pump|bomba de (agua|sumidero)/, "sump pump repair", "reparación de bomba", [1, 3]),
  service(
    "plumbing",
    /toilet|commode|inodoro|excusado|retrete|sanitario|la taza|\bwc\b/,
    "toilet repair",
    "reparación de inodoro",
    [1, 2],
  ),
  service(
    "plumbing",
    /drain|clog|block(ed|age)|backed up|back(s|ing) up|tapad|destap|desague|drenaje/,
    "drain cleaning",
    "destape de drenaje",
    [1, 2],
  ),
  service(
    "plumbing",
    /faucet|spigot|hose bib|\btaps?\b|llave del|grifo/,
    "faucet repair",
    "reparación de grifo",
    [1, 2],
  ),
  service(
    "plumbing",
    /leak|pipe|burst|drip|fuga|goter|tuberia|tubo|\bcan(o|eria)|gotea|se sale el agua/,
    "leak repair",
    "reparación de fuga",
    [1, 3],
  ),
  service(
    "plumbing",
    /sink|shower|\btub\b|sprinkler|hose|dishwasher|washing machine|fregadero|lavabo|lavamanos|ducha|regadera|tina|lavadora/,
    "fixture repair",
    "reparación de instalación sanitaria",
    [1, 2],
  ),
  service(
    "plumbing",
    /pressure|no water|sin agua|no hay agua|presion/,
    "water supply repair",
    "reparación del suministro de agua",
    [1, 3],
  ),
  service(
    "electrical",
    /panel|breaker|fuse|pastilla|tablero|fusible|interruptor principal/,
    "breaker and panel repair",
    "reparación de tablero eléctrico",
    [1, 3],
  ),
  service(
    "electrical",
    /outlet|socket|\bplugs?\b|gfci|enchufe|contacto|tomacorriente/,
    "outlet repair",
    "reparación de enchufe",
    [1, 2],
  ),
  service(
    "electrical",
    /ev charger|car charger|charging station|cargador/,
    "EV charger installation",
    "instalación de cargador",
    [2, 4],
  ),
  service(
    "electrical",
    /ceiling fan|\bfan\b|ventilador/,
    "ceiling fan installation",
    "instalación de ventilador",
    [1, 2],
  ),
  service(
    "electrical",
    /light|lamp|fixture|chandelier|switch|\bluz|\bluces|lampara|foco|apagador|interruptor/,
    "lighting repair",
    "reparación de iluminación",
    [1, 2],
  ),
  service(
    "electrical",
    /power|electric|wiring|\bwires?\b|cable|corriente|generator|generador/,
    "electrical repair",
    "reparación eléctrica",
    [1, 3],
  ),
  service(
    "hvac",
    /\bac\b|\ba\.c\b|a\/c|air con|\bair\b|cool|\baire\b|enfria|clima|\bunits?\b|froze|freon|minisplit|mini split|compresor/,
    "air conditioning repair",
    "reparación de aire acondicionado",
    [1, 3],
  ),
  service(
    "hvac",
    /furnace|heat|boiler|calefac|calenton|calienta/,
    "heating repair",
    "reparación de calefacción",
    [1, 3],
  ),
  service("hvac", /thermostat|termostato/, "thermostat service", "servicio de termostato", [1, 2]),
  service(
    "hvac",
    /tune|mainten|filter|duct|mantenimiento|filtro|ducto/,
    "maintenance visit",
    "visita de mantenimiento",
    [1, 2],
  ),
  service(
    "locksmith",
    /re-?key|change .*locks?|new locks?|replace .*lock|cambi\w* .*(chapa|cerradura)/,
    "lock change",
    "cambio de cerradura",
    [1, 2],
  ),
  service(
    "locksmith",
    /locked .*(car|truck|van)|car key|key fob|llave.* (carro|coche|auto|camioneta)|keys? .*(car|truck)/,
    "car lockout service",
    "apertura de vehículo",
    [1, 1],
  ),
  service(
    "locksmith",
    /lock(ed|ing)? (me |us |my\w* )?out|lock-?out|afuera|por fuera|sin llaves|perdi .*llaves|lost .*keys?|keys? inside/,
    "lockout service",
    "apertura de puerta",
    [1, 1],
  ),
  service(
    "locksmith",
    /\bkeys?\b|\blocks?\b|deadbolt|llave|chapa|cerradura|cerrojo|\bsafe\b|caja fuerte/,
    "lock service",
    "servicio de cerrajería",
    [1, 2],
  ),
  service("garage_door", /spring|resorte/, "garage door spring repair", "cambio de resorte de garaje", [1, 2]),
  service(
    "garage_door",
    /opener|remote|motor|keypad|sensor|control/,
    "garage door opener repair",
    "reparación de motor de garaje",
    [1, 2],
  ),
  service(
    "garage_door",
    /garage|garaje|cochera|\bdoor\b|\bpuerta\b|off (the |its )?track|porton/,
    "garage door repair",
    "reparación de puerta de garaje",
    [1, 2],
  ),
  service("clinic", /clean|limpieza/, "cleaning", "limpieza", [1, 1]),
  service(
    "clinic",
    /tooth|teeth|filling|crown|dental|diente|muela|corona|empaste|caries/,
    "dental appointment",
    "cita dental",
    [1, 1],
  ),
  service("clinic", /vaccin|shot\b|immuniz|vacuna/, "vaccination", "vacuna", [1, 1]),
  service("clinic", /check-?up|physical|exam|annual|chequeo|revision|examen/, "check-up", "chequeo", [1, 1]),
];
