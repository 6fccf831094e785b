/** The people who call and write. */
export type DemoCustomer = {
  name: string;
  phone: string;
  /** In the business's address book before anything happens. */
  known?: { address: string; zip: string; access_notes?: string };
  /** What is special about their phone: a landline, a withheld number, one that no text reaches. */
  handset?: { lineType?: "landline"; callerId?: string; textErrorCode?: number };
};

/** Twilio shows a withheld number as the digits that spell ANONYMOUS. */
const WITHHELD = "+266696687";

export const RIVERA_CUSTOMERS: readonly DemoCustomer[] = [
  { name: "Dana Whitfield", phone: "+15125550142" },
  { name: "Jorge Salinas", phone: "+15125550143" },
  { name: "Bernadette Kowalczyk-Montgomery", phone: "+15125550144" },
  { name: "Tyrell Banks", phone: "+15125550145", known: { address: "4809 Avenue G", zip: "78751" } },
  { name: "Mei-Ling Zhao", phone: "+15125550146" },
  { name: "Harold Pruitt", phone: "+15125550147" },
  { name: "Guadalupe Herrera", phone: "+15125550148" },
  { name: "Connor O'Malley", phone: "+15125550149" },
  {
    name: "Edna Lindqvist",
    phone: "+15125550150",
    known: { address: "2204 Enfield Rd", zip: "78703", access_notes: "Hard of hearing: let it ring." },
    handset: { lineType: "landline" },
  },
  { name: "Somebody", phone: "+15125550151", handset: { callerId: WITHHELD } },
  { name: "Aisha Rahman", phone: "+15125550152" },
  { name: "Walt Jennings", phone: "+15125550153", known: { address: "7300 Shoal Creek Blvd", zip: "78757" } },
  { name: "Priscilla Vandenberg", phone: "+15125550154" },
  { name: "Nate Okafor", phone: "+15125550155" },
  { name: "Rosalía Peña", phone: "+15125550156" },
  { name: "Gil Thornton", phone: "+15125550157", known: { address: "1011 W Lynn St", zip: "78703" } },
  { name: "Kaitlyn Brooks", phone: "+15125550158" },
  { name: "Dmitri Volkov", phone: "+15125550159" },
  { name: "Imani Carter", phone: "+15125550160" },
  { name: "Frank Delgado", phone: "+15125550161" },
  { name: "Susan Whitcombe", phone: "+15125550162" },
  { name: "Ray Ibarra", phone: "+15125550163", known: { address: "6105 Menchaca Rd", zip: "78745" } },
  {
    name: "Maximiliano Fernández de la Vega",
    phone: "+15125550164",
    known: { address: "3900 Bailey Ln", zip: "78756", access_notes: "Gate code 4471. Dog is friendly." },
  },
  {
    name: "Charlotte Abernathy-Worthington",
    phone: "+15125550165",
    known: { address: "2600 Lake Austin Blvd", zip: "78703" },
    handset: { textErrorCode: 30003 },
  },
  { name: "Theo Blackwood", phone: "+15125550166", known: { address: "1712 Fortview Rd", zip: "78704" } },
  { name: "Lucía Montoya", phone: "+15125550167" },
  { name: "Sofía Rivera", phone: "+15125550109" },
];

export const MILE_HIGH_CUSTOMERS: readonly DemoCustomer[] = [
  { name: "Oscar Lindgren", phone: "+13035550160" },
  { name: "Hannah Cole", phone: "+13035550161" },
];
