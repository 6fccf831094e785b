import { list } from "./list.ts";

/** Words of the calendar: they name a street where its type follows, "12 May St", else the sentence has gone on. */
export const calendarWords =
  list(`monday tuesday wednesday thursday friday saturday sunday morning afternoon evening noon
  january february march april june july august september october november december
  lunes martes miercoles jueves viernes sabado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre
  noviembre diciembre`);

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
  minutos semana semanas dolares pesos anos ano mes meses grados personas ninos puertas banos hijos veces story tarde noche madrugada windows
  window ppm sq square pm oclock o'clock way2 rooms room hasta tambien como was leaking flooded locked sometime anytime
  whenever available free someone somebody anyone gotta hey hi hello lol option options choice slot slots above behind across
  beside opposite past near next atras detras frente cerca junto arriba abajo cash only maximo minimo
  al mia mio tuya suya ya dia dias galones libras pulgadas pies estoy estamos keep keeps tripping trips gal lbs thats that's
  model modelo years series told called llama ahorita luego number numero take soaked closed`);

/** Spanish names of numbered streets: "la Quinta". */
export const ordinalStreets = /^(?:primera|segunda|tercera|cuarta|quinta|sexta|septima|octava|novena|decima)$/;

/** Words between two streets that meet. */
export const crossingWords = list("and & y con at / @ x hits meets crosses cross crossing esquina");
