import type { Trade } from "#understanding";

/** A kind of job: how people name it, what it is called on the visit, and how many hours it usually takes. */
export type Service = {
  trade: Trade;
  words: RegExp;
  name: { en: string; es: string };
  hours: { low: number; high: number };
};

/** Words are matched against the customer's lower-case text without accents; the first service that fits is taken. */
export const SERVICES: readonly Service[] = [
  {
    trade: "plumbing",
    words: /water heater|hot water|calentador|agua caliente|boiler/,
    name: { en: "water heater repair", es: "reparación de calentador de agua" },
    hours: { low: 1, high: 3 },
  },
  {
    trade: "plumbing",
    words: /sewer|sewage|drenaje principal|aguas negras|septic/,
    name: { en: "sewer line service", es: "servicio de drenaje" },
    hours: { low: 2, high: 4 },
  },
  {
    trade: "plumbing",
    words: /toilet|inodoro|excusado|retrete|sanitario|taza/,
    name: { en: "toilet repair", es: "reparación de inodoro" },
    hours: { low: 1, high: 2 },
  },
  {
    trade: "plumbing",
    words: /drain|clog|block|backed up|tapad|destap|desague|drenaje/,
    name: { en: "drain cleaning", es: "destape de drenaje" },
    hours: { low: 1, high: 2 },
  },
  {
    trade: "plumbing",
    words: /disposal|triturador/,
    name: { en: "garbage disposal repair", es: "reparación de triturador" },
    hours: { low: 1, high: 2 },
  },
  {
    trade: "plumbing",
    words: /faucet|tap|llave del (lavabo|fregadero)|grifo/,
    name: { en: "faucet repair", es: "reparación de grifo" },
    hours: { low: 1, high: 2 },
  },
  {
    trade: "plumbing",
    words: /leak|pipe|burst|drip|fuga|goter|tuber|cano|gotea/,
    name: { en: "leak repair", es: "reparación de fuga" },
    hours: { low: 1, high: 3 },
  },
  {
    trade: "electrical",
    words: /panel|breaker|fuse|interruptor|pastilla|tablero/,
    name: { en: "breaker and panel repair", es: "reparación de tablero eléctrico" },
    hours: { low: 1, high: 3 },
  },
  {
    trade: "electrical",
    words: /outlet|socket|plug|enchufe|contacto|tomacorriente/,
    name: { en: "outlet repair", es: "reparación de enchufe" },
    hours: { low: 1, high: 2 },
  },
  {
    trade: "electrical",
    words: /light|lamp|fixture|luz|luces|lampara|foco/,
    name: { en: "lighting repair", es: "reparación de iluminación" },
    hours: { low: 1, high: 2 },
  },
  {
    trade: "electrical",
    words: /power|electric|wiring|cable|corriente|sin luz/,
    name: { en: "electrical repair", es: "reparación eléctrica" },
    hours: { low: 1, high: 3 },
  },
  {
    trade: "hvac",
    words: /\bac\b|a\/c|air condition|cooling|aire acondicionado|\baire\b|enfria/,
    name: { en: "air conditioning repair", es: "reparación de aire acondicionado" },
    hours: { low: 1, high: 3 },
  },
  {
    trade: "hvac",
    words: /furnace|heat|calefac|heater|calenton/,
    name: { en: "heating repair", es: "reparación de calefacción" },
    hours: { low: 1, high: 3 },
  },
  {
    trade: "hvac",
    words: /tune|mainten|filter|mantenimiento|filtro/,
    name: { en: "maintenance visit", es: "visita de mantenimiento" },
    hours: { low: 1, high: 2 },
  },
  {
    trade: "locksmith",
    words: /locked out|lockout|lock(ed)? (me|us|my)|afuera|cerrad[oa] por fuera|sin llaves|perdi las llaves|lost.*key/,
    name: { en: "lockout service", es: "apertura de puerta" },
    hours: { low: 1, high: 1 },
  },
  {
    trade: "locksmith",
    words: /rekey|re-key|change.*lock|new lock|cambi.*(chapa|cerradura)/,
    name: { en: "lock change", es: "cambio de cerradura" },
    hours: { low: 1, high: 2 },
  },
  {
    trade: "locksmith",
    words: /key|lock|llave|chapa|cerradura/,
    name: { en: "lock service", es: "servicio de cerrajería" },
    hours: { low: 1, high: 2 },
  },
  {
    trade: "garage_door",
    words: /spring|resorte/,
    name: { en: "garage door spring repair", es: "cambio de resorte de garaje" },
    hours: { low: 1, high: 2 },
  },
  {
    trade: "garage_door",
    words: /opener|remote|motor|control/,
    name: { en: "garage door opener repair", es: "reparación de motor de garaje" },
    hours: { low: 1, high: 2 },
  },
  {
    trade: "garage_door",
    words: /garage|garaje|cochera/,
    name: { en: "garage door repair", es: "reparación de puerta de garaje" },
    hours: { low: 1, high: 2 },
  },
];

const GENERAL: Record<Trade, Service["name"]> = {
  plumbing: { en: "plumbing visit", es: "visita de plomería" },
  electrical: { en: "electrical visit", es: "visita de electricista" },
  hvac: { en: "heating and cooling visit", es: "visita de climatización" },
  locksmith: { en: "locksmith visit", es: "visita de cerrajero" },
  garage_door: { en: "garage door visit", es: "visita por puerta de garaje" },
  clinic: { en: "appointment", es: "cita" },
};

/** The kind of job a problem is. A business's own trade wins over what the words alone would say. */
export function serviceFor(problem: string, trade: Trade): Pick<Service, "name" | "hours"> {
  const plain = problem.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
  const found = SERVICES.find((service) => service.trade === trade && service.words.test(plain));
  return found ?? { name: GENERAL[trade], hours: { low: 1, high: 2 } };
}
