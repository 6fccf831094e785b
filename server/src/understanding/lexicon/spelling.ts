const list = (words: string): readonly string[] => words.trim().split(/\s+/);

/** Words that matter enough to be recognised when they are misspelt; five letters or more. */
export const mendable = {
  en: list(`
  address afford after afternoon alarm already ambulance anyone apartment appointment appointments april around attack
  august availability available avenue balance basement bathroom bathtub battery beeping before between bleeding
  blowing boiler boulevard breaker breaking breathe breathing broken burning burst cancel cancelled carbon ceiling
  charge charged charges chest children chirping cleaning clogged collapsed company compressor conditioner
  conditioning confirm confirmed contact contacting cooling correct crown danger dangerous daughter deadbolt december
  dental dentist department detector disappointed disposal dispute doctor drain drains dripping drive earliest
  electrical electrician electricity electrocuted emergency estimate estimates evening fainted faucet february fever
  filling firefighters first fixed flames flashlight flickering flooded flooding friday furnace garage garbage great
  heart heater heating hissing horrible human husband immediately install installation installed insurance intruder
  invoice issue january kitchen leaked leaking leaks locked locks locksmith manager message messages monday monoxide
  morning neighbor november number october opener outlet outlets overflowing owner panel paycheck paying payment
  payments perfect person phone pipes please plumber plumbing possible prescription price prices pricing problem
  propane quote quotes receipt receive refund rekey remote remove repair repaired replace replaced replacement
  representative reschedule rescheduled robot saturday schedule scheduled second seizure september septic service
  services sewage sewer shocked shocking shower smell smelled smelling smells smoke smoking somebody someone soonest
  sounds sparked sparking sparks spring springs street subscribe sunday swallow swelling switch technician terrible
  texting thank thanks thermostat third though through thursday today toilet toilets tomorrow tonight tooth toothache
  trapped trying tuesday unacceptable unconscious unprofessional unsubscribe urgent waiting water wednesday weekend
  wires wiring working wrong yesterday`),
  es: list(`
  abril acondicionado agendar agosto alarma alguien ambulancia apartamento arreglar atrapada atrapado avenida ayuda
  bomberos breaker cables calefaccion calentador calienta calle cambiar cancelar cancelen carbono cerradura cerrajero
  chapa chispas chispazos citas cobran cochera cocina confirmar confirmo correcto corriente cotizacion cuesta dentista
  departamento deposito descarga descompuesto descompuso desmayo destapar detector detectores diciembre diente dinero
  direccion disponibilidad disponible doctor dolor domingo drenaje electrica electricidad electricista electrico
  elevador emergencia encerrada encerrado enchufe enero enfria entrar equivocada equivocado estimado explosion factura
  favor febrero fiebre fontanero fregadero fuego funciona funcionando garaje gerente goteando gotera gracias huele
  huelo humano incendio inconsciente infarto inmediatamente inodoro instalar interruptor inundacion inundado inundando
  jueves ladron lavabo limpieza llamas llave lunes manana manden martes marzo mensaje mensajes miercoles molesten
  monoxido muela necesito noche noviembre numero octubre pagar pague pecho perfecto persona plomero precio precios
  presupuesto primera problema programar puede pueden puerta quemado quemando quiero reagendar regadera reparar
  representante resorte respirar reventado revento sabado sangrando sangre segunda semana septiembre servicio sonando
  sotano suscripcion tapado tarde techo telefono tercera termostato textos tratando tuberia urgente vecino vengan
  viernes`),
};

/** Real words one slip away from a word above (two from a long one); they are meant as written. */
export const realNeighbours: readonly string[] = list(`
  abound addressed addressee addresses affords afternoons agendas aground alarms alter ambulances apartments apter
  attach attacks avenge avenues avoidable balanced balances basements bathrooms bathtubs batter batters beaker beefing
  bellowing bereaving bleaching bleaker blending boiled boilers bombers boulevards bowing bowler braking breaching
  breading breasting breathed breather breathers breathes breaths breeding broaching broiler broker burdening burping
  burring bursts burying buttery cabled caller calve cancels cancer carbons carton catcalled ceilings changes chaps
  charmed charted cheat chess chests chipping cites cleansing clearing clearings cleaving clown coaling coiling
  collapse collapses compacting compressed compresses compression concealed concocting condition conditional
  conditioned conditions conducting conferred confirms conform conformed connecting consoling containing contenting
  contorting contracting contracts contrasting convicting cooing cooping correcter correctly corrector corrects crest
  croon crowd crowns crows dagger dancer dangerously dangers danker daughters denial dentistry departmental
  departments deportment deposit deposits derive detectives detectors diner diners dipping direction directions
  disappoint disappoints dispersal disposable disposals disputes disrepute doctors doming domino donor drawn drivel
  driven drives dropping droppings drove earthiest earthliest electrically electrify electrocute electrocutes
  elevators emergence entrap equivocal estimated evenings exclusion expansion explosions expulsion facet fainter
  faucets favors feinted felling fevers fewer filed filing filleting filming fined firefighter firsts fiver fixes
  flakes flamed flares flashlights flooder flooring foxed frames freighters fulling functional functions furnaces
  garaged garages greats greet hating header healer healing heaping hears hearth hearts hearty heated heather heaving
  horribly humane humans husbanded husbands installations installs instanced instill instilled insurances interrupt
  interrupted interruption interrupts intrude intruded intruders intrudes inundation inundations invoiced invoices
  issued issues kitchens lacked lacks lanes leaded leading leafed leafing leafs leaned leaning leans leaped leaping
  leaps leased leasing leaved leaving leeks licked licks locker locket locksmiths lucked lucks lunges lungs lures
  lutes madden maiden managed managers manages manger mares marts massages mates mattes moaning molested molesting
  mooning mourning necessity neighbored neighborly niche numbed numbers outset outsets overgrowing owned pacing pager
  paging paling panes paring parson pavements paving pawing perfected perfecter perfection perfects personals persons
  phoned phones phony pikes piles pines piped plague pleas pleases plumbed pluming plumper plumping plying possibles
  praying precious prefect prescriptions priced pricking prickling pricks pride prides priding pries prime primer
  primers primes priming prince princes prizes prizing profane programmer prone quota quotas receipted receipts
  receiver receivers receives receptive refunds remoter remotes removes repaid replacements replaces representation
  representatives reschedules resort resorted resorts respirator robots sallow scheduler schedules seizures sells
  servile sever sewed sewers shackling shallow sharked sharking sharks shelled shelling shells showers showier shucked
  shucking siring skeptic skewer slower smalls smelly smelted smelting smelts smocked smocking smoked smoker smokes
  smote snitch socked socking someones spanked spanking spankings spanks spared spares sparing sparkled sparred
  sparring spars spell spelled spelling spellings spells spoke sprang sprig sprigs springy sprint sprints sprung
  spying stitch stocked stocking stockings stoke stoking streets string strings subscriber subscribers subscribes
  subscript subscription sundae sundry swallows swell swellings swells swilling tanks tapped tardy technical
  technicians tenting terribly texturing thermostats thinks thirds thorough thought toiled tomorrows toothaches toots
  toying trade tramped trapper trough truing tying unacceptably unconsciously wafer wafting wager waiter waiving
  waters watery waver weekended wines wining wipes wiping wises wives wording workings worming wring wrongs wrung
  yesterdays

  abrio acuda agenda aguda alarga angosto arregla arreglas atender atrasada atrasado avenidas ayudan ayudo ayuno cable
  calma cambia cambian cambias cambie cancela cancele carros catas cesta chaca chica chicas chisme chispa chupa cintas
  coche cochero cocinar cocinas cocino color concina confirma confirme conforme coser costa cresta cubran cuestan
  cueste cuesto dentistas deposita deposite depositos descargar descarta desmaya destaca detectar dolar doler dolores
  dominio domino dueno elevado enfrian entera entero entra entrada entran entre entren estilo estima facturas favorita
  fecha fiera fierro fuente fuera fuero fuerte fugar funcion funcionan gatos gente gerencia gotea gotear goteras
  gracia grasa hielo hueco huella hueso huevo huevos humanos inodoros instala instale jueces juega ladra ladran
  lavabos lavado lavar limpia limpiar llama llaman llamar llame llamen llaves lleva lleve llevo lluvia luces luego
  lugar lunas macana malos manda mandan mandar mande manera mantener manzana marca marco mareo mares mejor menaje
  menos meses mucha mueble muelas muere muero mueva nacho necesita necesitan necesite noches nuera nuevo numeros
  octava padre pagan pagare pagaron pasado pasar pegar penas peras perder perfecta personal personas pesos piedra
  plaza plomeros poder preciosa preciso premio premios previo prima primer primero pueda puedes puedo puertas puerto
  puesta puesto quedado quejas quema quemada quiebra quiere quieren quita quito repara reparan repare resortes respira
  sabados sabana salida sangra segundo segura seguro semanas servicios siente sobre sotanos suelta suelto tarda tarden
  tardes tardo techos telefonos tengo tercer tercero termino texto tiene tocar tomar trabada trabado traer tratar
  tuberias urgentes vecina vecinos venga venir viene vienes vueltas`);
