import { list } from "./list.ts";

/**
 * Street types that end a street's name wherever they stand (USPS Publication 28, appendix C1, the frequent
 * ones), and how they are often misspelt.
 */
export const strongTypes =
  list(`st street str ave av aven avenue rd road dr drive drv ln lane blvd boulevard boul ct court cir
  circle circ pl place way ter terr terrace pkwy parkway pky trl trail hwy highway loop sq square cv cove aly alley plz
  plaza xing crossing expy expressway fwy freeway tpke turnpike pike row run path trce trace bnd bend cswy causeway
  sreet stret steet streat avenu aveune avnue avanue raod boulvard boulevrd`);

/** Words that are street types only when no stronger one follows; many are ordinary words or parts of names. */
export const weakTypes =
  list(`park pass point pt ridge rdg hill hills hl hls creek crk lake lk view vw valley vly glen gln
  green grn grove grv heights hts hollow holw island isle key knoll knl landing lndg manor mnr meadow meadows mdws mill
  mills oak oaks orchard oval palms pines plain plains ranch rnch rest shore shores spring springs spur station sta summit
  village vlg vista vis walk wells wharf woods crescent cres close gate gardens gdns fork falls ferry estates est estate
  crest canyon cyn bluff brook branch bridge beach bch bay alameda camino paseo calle mall bypass extension ext corner
  corners center ctr common commons course fields field flats ford forest fort ft garden harbor haven inlet junction
  lodge loaf mission motorway mount mountain neck overpass rapids river rue skyway stream track tunnel union via viaduct
  ville mews esplanade concourse promenade strand byway gateway dale chase curve crossroads`);

/** Types in the short form that is no word of the language. */
export const abbreviatedTypes = list("st str ave av aven rd dr drv ln blvd boul ct cir pkwy pky hwy trl cv");

/** Words that come before a street's name or number: "Highway 290", "Avenue H", "Calle Ocho". */
export const roadWords = list(`highway hwy route rte rt interstate us sr cr fm rm county state loop carretera autopista
  farm ranch business spur park i`);
export const spanishTypes = list(
  "calle avenida av ave avda camino paseo via calzada boulevard blvd privada callejon carrera",
);

/** Spanish types that are ordinary words unless a name with a capital follows. */
export const spanishSquares = list("plaza pasaje andador retorno cerrada circuito");

export const directions: Record<string, string> = {
  n: "N",
  s: "S",
  e: "E",
  w: "W",
  ne: "NE",
  nw: "NW",
  se: "SE",
  sw: "SW",
  north: "North",
  south: "South",
  east: "East",
  west: "West",
  northeast: "Northeast",
  northwest: "Northwest",
  southeast: "Southeast",
  southwest: "Southwest",
  norte: "Norte",
  sur: "Sur",
  este: "Este",
  oeste: "Oeste",
};

/** Words before a unit's number, and those that may hold a unit inside a building. */
export const unitWords =
  list(`apt apartment apartments apto apartamento depto departamento dept dpto unit unidad suite ste lot
  lote room rm cuarto habitacion trailer trlr space spc sp int interior apt# condo villa office oficina local penthouse ph
  aptm apmt aprt appt ap espacio slip hab traila no num numero door`);
/** Words for a unit that are not also a room's or a machine's. */
export const dwellingWords =
  list(`apt apartment apartamento apto depto departamento dpto unit unidad suite ste lot lote trailer trlr traila space
  espacio condo aptm apmt aprt appt`);
export const buildingWords = list("bldg building edificio tower torre edif block bloque phase");
export const floorWords = list("floor fl flr piso");

/** Names of streets that need no type. */
export const bareStreets = list("broadway bowery embarcadero alameda riverwalk boardwalk lakeshore parkside");
