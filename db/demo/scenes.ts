import type { Turn } from "../../server/src/simulation/dialogue.ts";

/** A moment: on an earlier day by the business's clock on the wall, or so long ago that it is still going on. */
export type When = { daysAgo: number; at: string } | { minutesAgo: number };

/**
 * What a customer did, as a script that is played once against the product, so that every page shows what the product
 * itself made of it.
 */
export type Scene = {
  /** The customer's phone. */
  phone: string;
  when: When;
  /** missed: lets it ring out; answered: the owner picks up; early: hangs up while it rings. Without, they only write. */
  call?: "missed" | "answered" | "early";
  /** The customer's texts; those with `if_asked` answer what the assistant asks. */
  turns?: readonly Turn[];
  /** A photo, by its file in db/demo/photos, sent with the first text. */
  photo?: string;
  /** Somebody of the business takes over and writes; then the customer writes back. */
  person?: { email: string; words: string; reply?: string };
};

/** Somebody who wants a visit: what they write first, and what they answer. */
function wants(first: string, address: string, times: readonly string[], yes = "Yes please"): Turn[] {
  return [
    first,
    { if_asked: "address", say: address },
    ...times.map((say): Turn => ({ if_asked: "time", say })),
    { if_asked: "confirm", say: yes },
  ];
}

export const RIVERA_SCENES: readonly Scene[] = [
  {
    phone: "+15125550142",
    when: { daysAgo: 6, at: "09:12" },
    call: "missed",
    photo: "water-heater.jpg",
    turns: wants(
      "Hi, this is Dana Whitfield. My water heater is leaking all over the garage, here is a photo",
      "1420 Oak St, Austin 78704",
      ["tomorrow after 1 if you can", "the first one"],
    ),
  },
  { phone: "+15125550164", when: { daysAgo: 6, at: "10:20" }, call: "answered" },
  {
    phone: "+15125550143",
    when: { daysAgo: 6, at: "11:40" },
    call: "missed",
    turns: wants(
      "Buenos días, soy Jorge Salinas. Se tapó el drenaje de la cocina",
      "3305 Parker Ln, Austin 78741",
      ["mañana por la mañana", "la primera"],
      "sí",
    ),
  },
  {
    phone: "+15125550144",
    when: { daysAgo: 5, at: "14:05" },
    call: "missed",
    turns: wants(
      "This is Bernadette Kowalczyk-Montgomery. The upstairs toilet keeps running and my water bill has doubled, I would like somebody to look at it please",
      "It's 4512 Oak Hollow Drive, Austin, 78745",
      ["Would a morning be possible?", "The first one"],
      "Yes, that is correct.",
    ),
  },
  { phone: "+15125550145", when: { daysAgo: 5, at: "16:30" }, call: "answered" },
  {
    phone: "+15125550146",
    when: { daysAgo: 5, at: "20:15" },
    call: "missed",
    turns: ["kitchen faucet dripping, how much would that be?", "ok thanks, ill think about it. no need to book"],
  },
  {
    phone: "+15125550147",
    when: { daysAgo: 4, at: "08:20" },
    call: "early",
    turns: wants(
      "This is Harold Pruitt, 905 E 41st St 78751. Pipe burst under the sink, I shut the water off. As soon as possible please",
      "905 E 41st St, Austin 78751",
      ["the first one", "1"],
    ),
  },
  {
    phone: "+15125550148",
    when: { daysAgo: 4, at: "10:02" },
    call: "missed",
    turns: wants(
      "Soy Guadalupe Herrera, necesito que revisen una fuga en el baño",
      "1109 E 7th St 78702",
      ["el viernes por la tarde", "la primera"],
      "sí",
    ),
  },
  { phone: "+15125550149", when: { daysAgo: 4, at: "13:45" }, call: "missed", turns: ["STOP"] },
  { phone: "+15125550150", when: { daysAgo: 3, at: "08:55" }, call: "missed" },
  {
    phone: "+15125550152",
    when: { daysAgo: 3, at: "09:30" },
    call: "missed",
    turns: wants(
      "Hi, this is Aisha Rahman. My garbage disposal is jammed and humming",
      "2500 Steck Ave unit 214, Austin 78757",
      ["monday at 10", "the first one"],
    ),
  },
  { phone: "+15125550151", when: { daysAgo: 3, at: "10:48" }, call: "missed" },
  {
    phone: "+15125550153",
    when: { daysAgo: 3, at: "12:10" },
    call: "missed",
    turns: [
      "I have been waiting for your guy since 8 and nobody showed up. This is ridiculous, let me talk to a person",
    ],
    person: {
      email: "owner@rivera.example",
      words: "Walt, this is Elena, the owner. I am so sorry. Luis is on his way now and the visit is on us.",
    },
  },
  {
    phone: "+15125550154",
    when: { daysAgo: 3, at: "15:55" },
    call: "missed",
    turns: ["Do you come out to San Antonio? 78205. Need a drain cleared"],
  },
  {
    phone: "+15125550155",
    when: { daysAgo: 2, at: "07:45" },
    call: "missed",
    turns: wants(
      "this is Nate Okafor, 6800 Burnet Rd 78757. no hot water this morning",
      "6800 Burnet Rd, 78757",
      ["thursday at 9", "2"],
      "yes",
    ),
  },
  { phone: "+15125550165", when: { daysAgo: 2, at: "09:35" }, call: "missed" },
  {
    phone: "+15125550156",
    when: { daysAgo: 2, at: "11:20" },
    call: "missed",
    turns: wants(
      "hola, soy Rosalía Peña, el inodoro no deja de correr",
      "2711 Manor Rd 78722",
      ["el lunes a las 3", "la primera"],
      "sí, gracias",
    ),
  },
  { phone: "+15125550157", when: { daysAgo: 2, at: "17:25" }, call: "answered" },
  {
    phone: "+15125550158",
    when: { daysAgo: 1, at: "08:50" },
    call: "missed",
    turns: wants(
      "This is Kaitlyn Brooks, sewer smell in the laundry room",
      "5103 Woodrow Ave, Austin 78756",
      ["tomorrow at 4", "1"],
      "yes",
    ),
  },
  {
    phone: "+15125550159",
    when: { daysAgo: 1, at: "10:35" },
    call: "missed",
    turns: wants(
      "Dmitri Volkov here. How much to replace a shower valve? And is this a real person?",
      "8400 Burnet Rd, Austin 78757",
      ["tuesday at 9", "1"],
      "ok yes",
    ),
  },
  { phone: "+15125550109", when: { daysAgo: 1, at: "12:30" }, call: "missed" },
  {
    phone: "+15125550160",
    when: { daysAgo: 1, at: "13:15" },
    turns: wants(
      "Hi! This is Imani Carter, my neighbor Dana gave me your number. Water pressure is really low in the whole house",
      "1424 Oak St 78704",
      ["wednesday afternoon", "2"],
      "perfect, yes",
    ),
  },
  { phone: "+15125550156", when: { daysAgo: 1, at: "14:20" }, turns: ["Ya no lo necesito, quiero cancelar mi cita"] },
  {
    phone: "+15125550161",
    when: { daysAgo: 1, at: "19:40" },
    call: "missed",
    turns: ["I smell gas near the water heater"],
    person: {
      email: "owner@rivera.example",
      words:
        "Frank, this is Elena. Please stay outside until the gas company says it is safe. I will call you in a minute.",
    },
  },
  {
    phone: "+15125550162",
    when: { minutesAgo: 110 },
    call: "missed",
    turns: [
      "Hi, this is Susan Whitcombe. The pipe under my bathroom sink is dripping into the cabinet",
      { if_asked: "address", say: "1801 E 51st St, Austin 78723" },
    ],
  },
  {
    phone: "+15125550167",
    when: { minutesAgo: 85 },
    call: "missed",
    turns: ["Hola, soy Lucía Montoya. ¿Puedo hablar con una persona?"],
    person: {
      email: "office@rivera.example",
      words: "Hola Lucía, soy Marcus de la oficina. ¿En qué le puedo ayudar?",
      reply: "Gracias Marcus. ¿Aceptan pagos en dos partes?",
    },
  },
  {
    phone: "+15125550166",
    when: { minutesAgo: 50 },
    call: "missed",
    turns: ["Can I please talk to a human? It's about the invoice from last month"],
  },
  { phone: "+15125550150", when: { minutesAgo: 30 }, call: "missed" },
  { phone: "+15125550163", when: { minutesAgo: 9 }, call: "missed" },
];

export const MILE_HIGH_SCENES: readonly Scene[] = [
  { phone: "+13035550161", when: { daysAgo: 2, at: "18:05" }, call: "missed" },
  {
    phone: "+13035550160",
    when: { daysAgo: 1, at: "09:15" },
    call: "missed",
    turns: wants("This is Oscar Lindgren, I am locked out of my office", "1600 Champa St, Denver 80202", [
      "as soon as possible",
      "1",
    ]),
  },
];
