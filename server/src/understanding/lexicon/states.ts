import usStates from "addresser/data/us-states.json" with { type: "json" };

/** Names of states and their traditional abbreviations, in both languages, folded, with their postal codes. */
export const states: Readonly<Record<string, string>> = {
  ...usStates,
  "puerto rico": "PR",
  ala: "AL",
  ariz: "AZ",
  ark: "AR",
  cal: "CA",
  calif: "CA",
  colo: "CO",
  conn: "CT",
  del: "DE",
  fla: "FL",
  ill: "IL",
  ind: "IN",
  kan: "KS",
  kans: "KS",
  mass: "MA",
  mich: "MI",
  minn: "MN",
  miss: "MS",
  mont: "MT",
  neb: "NE",
  nebr: "NE",
  nev: "NV",
  okla: "OK",
  ore: "OR",
  penn: "PA",
  penna: "PA",
  tenn: "TN",
  tex: "TX",
  wash: "WA",
  wis: "WI",
  wisc: "WI",
  wyo: "WY",
  "d c": "DC",
  "carolina del norte": "NC",
  "carolina del sur": "SC",
  "dakota del norte": "ND",
  "dakota del sur": "SD",
  "virginia occidental": "WV",
  "nueva jersey": "NJ",
  "nueva york": "NY",
  "nuevo hampshire": "NH",
  "nuevo mexico": "NM",
  luisiana: "LA",
  misisipi: "MS",
  misuri: "MO",
  pensilvania: "PA",
  tejas: "TX",
  ilinois: "IL",
  hawai: "HI",
};

export const stateCodes: ReadonlySet<string> = new Set(Object.values(states));

/** Codes and abbreviations that are words besides; they count only in capitals, before a ZIP or after a town there. */
export const wordlikeStates: ReadonlySet<string> = new Set(
  "in or me hi ok oh la de al ma pa id co as mi mo ne va so ala ark cal conn del ill ind kan mass miss mont ore wash".split(
    " ",
  ),
);
