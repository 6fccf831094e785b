/**
 * The demo's customers and what each did in the days before: told as the scripts that are played once, so that every
 * page shows what the product itself made of them. `daysAgo` and `at` are the business's local time.
 */
export type DemoCustomer = {
  name: string;
  phone: string;
  daysAgo: number;
  at: string;
  /** missed: lets it ring out; answered: the owner picks up; early: hangs up while it rings; text: only writes. */
  call: "missed" | "answered" | "early" | "text";
  texts: readonly string[];
  /** A person of the business takes over with these words after the texts. */
  person?: readonly string[];
  photo?: boolean;
};

export const CUSTOMERS: readonly DemoCustomer[] = [
  {
    name: "Dana Whitfield",
    phone: "+15125550142",
    daysAgo: 6,
    at: "09:12",
    call: "missed",
    texts: [
      "Hi, my water heater is leaking all over the garage",
      "1420 Oak St, Austin 78704",
      "tomorrow after 1 if you can",
      "Dana Whitfield",
      "yes",
    ],
  },
  {
    name: "Jorge Salinas",
    phone: "+15125550143",
    daysAgo: 6,
    at: "11:40",
    call: "missed",
    texts: [
      "Buenos días, se tapó el drenaje de la cocina",
      "3305 Parker Ln, Austin 78741",
      "mañana por la mañana",
      "Jorge Salinas",
      "sí",
    ],
  },
  {
    name: "Bernadette Kowalczyk-Montgomery",
    phone: "+15125550144",
    daysAgo: 5,
    at: "14:05",
    call: "missed",
    texts: [
      "The upstairs toilet keeps running and my water bill has doubled, I would like somebody to look at it please",
      "It's 4512 Oak Hollow Drive, Austin, 78745",
      "Would Thursday or Friday morning be possible?",
      "The first one",
      "Bernadette Kowalczyk-Montgomery",
      "Yes, that is correct.",
    ],
  },
  { name: "Tyrell Banks", phone: "+15125550145", daysAgo: 5, at: "16:30", call: "answered", texts: [] },
  {
    name: "Mei-Ling Zhao",
    phone: "+15125550146",
    daysAgo: 5,
    at: "20:15",
    call: "missed",
    texts: ["kitchen faucet dripping, how much would that be?", "ok thanks, ill think about it. no need to book"],
  },
  {
    name: "Harold Pruitt",
    phone: "+15125550147",
    daysAgo: 4,
    at: "08:20",
    call: "early",
    texts: [
      "Pipe burst under the sink, I shut the water off",
      "905 E 41st St 78751",
      "as soon as possible",
      "Harold Pruitt",
      "yes",
    ],
  },
  {
    name: "Guadalupe Herrera",
    phone: "+15125550148",
    daysAgo: 4,
    at: "10:02",
    call: "missed",
    texts: [
      "necesito que revisen una fuga en el baño",
      "1109 E 7th St 78702",
      "el viernes en la tarde",
      "Guadalupe Herrera",
      "si",
    ],
  },
  { name: "Connor O'Malley", phone: "+15125550149", daysAgo: 4, at: "13:45", call: "missed", texts: ["STOP"] },
  {
    name: "Aisha Rahman",
    phone: "+15125550152",
    daysAgo: 3,
    at: "09:30",
    call: "missed",
    texts: [
      "Garbage disposal is jammed and humming",
      "2500 Steck Ave unit 214, Austin 78757",
      "monday at 10",
      "Aisha Rahman",
      "yes please",
    ],
  },
  {
    name: "Walt Jennings",
    phone: "+15125550153",
    daysAgo: 3,
    at: "12:10",
    call: "missed",
    texts: [
      "I have been waiting for your guy since 8 this morning and nobody showed up. This is ridiculous, let me talk to a person",
    ],
    person: [
      "Walt, this is Elena, the owner. I am so sorry. Luis is on his way now and there is no charge for the visit.",
    ],
  },
  {
    name: "Priscilla Vandenberg",
    phone: "+15125550154",
    daysAgo: 3,
    at: "15:55",
    call: "missed",
    texts: ["Do you come out to San Antonio? 78205. Need a drain cleared"],
  },
  {
    name: "Nate Okafor",
    phone: "+15125550155",
    daysAgo: 2,
    at: "07:45",
    call: "missed",
    texts: ["no hot water this morning", "6800 Burnet Rd, 78757", "today if possible", "Nate Okafor", "yes"],
  },
  {
    name: "Rosalía Peña",
    phone: "+15125550156",
    daysAgo: 2,
    at: "11:20",
    call: "missed",
    texts: [
      "hola, el inodoro no deja de correr",
      "2711 Manor Rd 78722",
      "mañana a las 3",
      "Rosalía Peña",
      "sí, gracias",
    ],
  },
  { name: "Gil Thornton", phone: "+15125550157", daysAgo: 2, at: "17:25", call: "answered", texts: [] },
  {
    name: "Kaitlyn Brooks",
    phone: "+15125550158",
    daysAgo: 1,
    at: "08:50",
    call: "missed",
    texts: [
      "sewer smell in the laundry room",
      "5103 Woodrow Ave, Austin 78756",
      "any morning this week",
      "1",
      "Kaitlyn Brooks",
      "yes",
    ],
  },
  {
    name: "Dmitri Volkov",
    phone: "+15125550159",
    daysAgo: 1,
    at: "10:35",
    call: "missed",
    texts: ["How much to replace a shower valve? And is this a real person?"],
  },
  {
    name: "Imani Carter",
    phone: "+15125550160",
    daysAgo: 1,
    at: "13:15",
    call: "text",
    texts: [
      "Hi! My neighbor Dana gave me your number. Water pressure is really low in the whole house",
      "1424 Oak St 78704",
    ],
  },
  {
    name: "Frank Delgado",
    phone: "+15125550161",
    daysAgo: 1,
    at: "21:40",
    call: "missed",
    texts: ["I smell gas near the water heater"],
  },
  {
    name: "Susan Whitcombe",
    phone: "+15125550162",
    daysAgo: 0,
    at: "08:05",
    call: "missed",
    texts: [
      "Good morning, the pipe under my bathroom sink is dripping into the cabinet",
      "1801 E 51st St, Austin 78723",
    ],
  },
  { name: "Ray Ibarra", phone: "+15125550163", daysAgo: 0, at: "08:40", call: "missed", texts: [] },
];
