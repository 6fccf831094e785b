/** Words of addresses in the United States, in English and in Spanish. All are folded. */
const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Street types that end a street's name wherever they stand (USPS Publication 28, appendix C1, the frequent ones). */
export const strongTypes =
  list(`st street str ave av aven avenue rd road dr drive drv ln lane blvd boulevard boul ct court cir
  circle circ pl place way ter terr terrace pkwy parkway pky trl trail hwy highway loop sq square cv cove aly alley plz
  plaza xing crossing expy expressway sreet stret steet streat avenu aveune avnue avanue raod boulvard boulevrd fwy freeway tpke turnpike pike row run path trce trace bnd bend cswy causeway`);

/** Words that are street types only when no stronger one follows; many are ordinary words or parts of names. */
export const weakTypes =
  list(`park pass point pt ridge rdg hill hills hl hls creek crk lake lk view vw valley vly glen gln
  green grn grove grv heights hts hollow holw island isle key knoll knl landing lndg manor mnr meadow meadows mdws mill
  mills oak oaks orchard oval palms pines plain plains ranch rnch rest shore shores spring springs spur station sta summit
  village vlg vista vis walk wells wharf woods crescent cres close gate gardens gdns fork falls ferry estates est estate
  crest canyon cyn bluff brook branch bridge beach bch bay alameda camino paseo calle mall bypass extension ext corner
  corners center ctr common commons course fields field flats ford forest fort ft garden harbor haven inlet junction
  lodge loaf mission motorway mount mountain neck overpass rapids river rue skyway stream track tunnel union via viaduct
  ville`);

/** Words that come before a street's name or number: "Highway 290", "Avenue H", "Calle Ocho". */
/** Types in the short form that is no word of the language. */
export const abbreviatedTypes = list("st str ave av aven rd dr drv ln blvd boul ct cir pkwy pky hwy trl cv");

export const roadWords = list(`highway hwy route rte rt interstate us sr cr fm rm county state loop carretera autopista
  farm ranch business spur park i`);
export const spanishTypes = list(
  "plaza pasaje andador retorno cerrada circuito calle avenida av ave avda camino paseo via calzada boulevard blvd privada callejon carrera",
);

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

/** Cues strong enough that a name without a street type is believed. */
export const strongCues =
  /(?<= )(?:(?:address|location|adress|addy|direccion|domicilio)(?: is| s|'s| :| es)*|(?:live|living|located|reside|staying) (?:at|on)|vivo en|vivimos en|(?:house|home|place|apartment|casa) (?:is|es|esta|queda|is at|esta en)(?: at| en)?|(?:come|go|out|over|someone|him|plumber|tech|electrician|locksmith|vengan|manden) (?:to|at|a)|(?:i'm|im|am|we're|are|estoy|estamos) (?:at|over at|en|located at)|ubicad[oa] en|it's at|its at) :? ?$/;

/** Words that stand in no street's name: the sentence has gone on. */
export const notStreet =
  list(`is are was am be my your our we i you u it its it's he she they them this that these those a an the
  and or but so because if when then than at in on to for from with without of off by about as please pls plz thanks thank
  thx yes no not yeah yep ok okay need needs want can could would will do does did have has had there here where what who
  how come call text send get got just now today tomorrow tonight asap am pm min mins minute minutes hour hours hr hrs day
  days week weeks month months year years yr yrs mile miles block blocks feet foot ft inch inches gallon gallons amp amps
  ton tons volt volts car cars door doors story stories bedroom bedrooms bed beds bath baths bathroom bathrooms toilet
  toilets sink sinks kid kids people person more times time different big small other good bad dollars dollar bucks
  units degree degrees percent outlet outlets breaker leak leaking broken locks lock key keys works work fine between
  after before until around like only well also too very really some any all each every other another los las una unas unos un y o pero porque si cuando entonces que con sin por para en
  es son esta estan soy mi mis su tu necesito quiero tengo hay hoy manana ahora favor gracias hola buenas dias hora horas
  minutos semana semanas lunes martes miercoles jueves viernes sabado domingo dolares pesos anos ano mes meses grados personas ninos puertas banos hijos veces story tarde noche madrugada windows
  window ppm sq square pm oclock o'clock way2 rooms room hasta tambien como was leaking flooded locked sometime anytime
  whenever available free someone somebody anyone gotta hey hi hello lol option options choice slot slots above behind across
  beside opposite past near next atras detras frente cerca junto arriba abajo cash only maximo minimo
  al mia mio tuya suya ya dia dias galones libras pulgadas pies estoy estamos keep keeps tripping trips gal lbs thats that's
  model modelo years series told called llama ahorita luego number numero`);

/** Words of the calendar: they name a street where its type follows, "12 May St", else the sentence has gone on. */
export const calendarWords =
  list(`monday tuesday wednesday thursday friday saturday sunday morning afternoon evening noon
  january february march april june july august september october november december
  lunes martes miercoles jueves viernes sabado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre
  noviembre diciembre`);

/** Words before a number that is not a house's: "order 5517", "gate code is 4490". */
export const labels =
  / (?:order|invoice|account|acct|policy|reference|ref|confirmation|claim|ticket|check|model|serial|part|(?<!zip )code|gate|pin|box|breaker|circuit|fuse|phone|cell|tel|ext|extension|license|plate|id|card|case|permit|toilet|zone|channel|year|since|orden|pedido|factura|cuenta|poliza|referencia|confirmacion|recibo|modelo|serie|codigo(?! postal)|clave|porton|caja|buzon|fusible|circuito|telefono|cel|celular|placa|tarjeta|folio|pastilla|zona|ano)(?: (?:number|no|num|numero|#|is|es|el|la|ends in|termina en|dice|marca|del|:|,|-))* $/;

/** Words before a place that is not the customer's, or not any more. */
export const disowned =
  / (?:not|isn't|isnt|no es|ya no es|moved from|mudamos de|mude de|instead of|en vez de|across from|off|next to|next door to|opposite|neighbors? at|frente a|enfrente de|al lado de|junto a|old (?:address|place|house)(?: is| was)?|used to (?:live|be)|vivia|viviamos)(?: (?:at|on|en|el|la|al|de))* $/;

/** Words between two streets that meet. */
export const crossingWords = list("and & y con at / @ x hits meets crosses cross crossing esquina");

/** Names of streets that need no type. */
export const bareStreets = list("broadway bowery embarcadero alameda riverwalk boardwalk lakeshore parkside");
