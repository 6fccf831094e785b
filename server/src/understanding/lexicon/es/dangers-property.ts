import type { Danger } from "../danger.ts";

/** What Spanish-speaking customers write when property suffers and someone must be reached now. */
export const urgentDangers: readonly Danger[] = [
  {
    hazard: "sewage",
    level: "urgent",
    patterns: [
      "(aguas negras|aguas residuales|aguas sucias|agua negra|aguas cloacales|caca|popo|mierda|excremento|heces|desechos) .. (sale*|saliendo|regres*|subiendo|en|por|devolv*|sube*|rebals*|derram*|inund*|brot*)",
      "(drenaje|alcantarill*|cloaca*|septico|fosa|caneria|coladera|desague) .. (regres*|desbord*|rebals*|rebos*|sale*|saliendo|devolv*|inund*|subiendo|tapado todo|se esta saliendo|derram*|se salio|colaps*)",
      "(aguas negras|aguas residuales|cloacas)",
      "(se)? (regres*|devuelve*|devolviendo|sube*|subiendo) .. (drenaje|aguas negras|agua sucia|alcantarilla*|caca|popo|inodoro|tina|regadera)",
      "(todos) .. (drenajes|banos|inodoros|desagues) .. (tapad*|regres*|atascad*|desbord*)",
      "unico (bano|inodoro|excusado) .. (tapad*|no sirve|no baja|atascad*)",
    ],
  },
  {
    hazard: "flood",
    level: "urgent",
    patterns: [
      "(inund*|inundacion|inundando|inundado|inundo)",
      "(tubo|tubos|tuberia*|cano|canos|caneria|manguera|linea|llave|calentador|boiler|tanque|valvula|llave de paso) .. (reventa*|revento|revento|rompio|rompieron|estallo|explot*|se rompio|rota|roto|partio|trono|se zafo|quebro|quebrado|quebrad*)",
      "(revento|revento|rompio|estallo|trono|quebro|exploto|partio|se safo) .. (tubo*|tuberia|cano|caneria|manguera|calentador|boiler|llave|linea|valvula)",
      "(agua) .. (por (todos lados|todas partes|todo|donde quiera|doquier)|en (todo|toda)|a chorros|chorro*|brotando|a borbotones|sin parar|no para|se esta llenando|hasta el tobillo|hasta los tobillos)",
      "(sale*|saliendo|tirando|cae*|cayendo|brota*|chorrea*|tira|chorreando|entrando|botando|bota) .. (mucha|muchisima|bastante|demasiada|tanta) agua",
      "(sale*|saliendo|cae*|cayendo|gotea*|goteando|filtr*|chorre*|escurr*) .. (del|por el|desde el|en el) techo",
      "techo .. (gotea*|goteando|chorre*|cayendo|cae|se cayo|filtr*|escurr*|se esta cayendo|se vino|abombad*)",
      "(no (puedo|podemos|puede|se como|logro|deja|para)) .. (cerrar|parar|cortar|apagar|detener|de salir|de tirar) .. (agua|llave|fuga)?",
      "(inodoro|excusado|taza|bano|tina|lavabo|fregadero|lavadora|escusado|retrete) .. (desbord*|rebals*|derram*|tirando agua|rebos*|se sale|se esta saliendo)",
      "(fuga|gotera|goteo) (muy)? (grande|enorme|fuerte|grandisima|tremenda|horrible|seria|terrible)",
      "(casa|sotano|cocina|bano|piso|garaje|cuarto|sala|todo) .. (llen* de agua|lleno de agua|encharcad*|bajo el agua|anegad*|mojad* todo)",
      "(gran|enorme|tremenda) (fuga|gotera)",
      "(pulgadas|centimetros|pies) de agua",
      "(bomba de sumidero|bomba del sotano|sump pump) .. @dead",
    ],
  },
  {
    hazard: "no_heat",
    level: "urgent",
    patterns: [
      "(sin|no (hay|tengo|tenemos|tiene|tienen)) (nada de)? (calefaccion|calenton|calor en la casa|calefactor|heater)",
      "(calefaccion|calenton|calefactor|caldera|furnace|heater|calentador de la casa) .. @dead ~ (frio|helando|congelando|nieve|bebe|ninos|nieve|grados|anciana|abuela|urgente|emergencia|bajo cero|recien)",
      "@vulnerable ~ (sin calefaccion|frio|calenton|congelando)",
      "(nos|me) (estamos|estoy)? (congelando|helando) ~ (calefaccion|calenton|casa|calentador)",
    ],
  },
  {
    hazard: "no_cooling",
    level: "urgent",
    patterns: [
      "(aire|aire acondicionado|ac|clima|minisplit) .. (@dead|echando aire caliente|saca aire caliente|avienta aire caliente) ~ (@vulnerable|emergencia|urgente|calor|insoportable|grados|asando)",
      "(sin|no (hay|tengo|tenemos)) (aire|aire acondicionado|ac|clima) ~ (@vulnerable|emergencia|urgente|calor|insoportable|grados)",
      "# grados ~ (aire|ac|clima)",
    ],
  },
  {
    hazard: "no_water",
    level: "urgent",
    patterns: [
      "(sin|no (hay|tengo|tenemos|sale|llega|cae|nos llega|me llega)) (nada de|ni gota de)? agua (en|$|desde|para|por|ninguna|de la llave|ni|y|corriente)",
      "no (sale|hay|cae|llega) (nada|ni una gota|ni gota)? (de)? agua",
      "(nos|me) (quedamos|quede|cortaron|quitaron) (sin|el)? agua",
    ],
  },
  {
    hazard: "lockout",
    level: "urgent",
    patterns: [
      "(quede|quedamos|quedo|estoy|estamos|me quede|nos quedamos) (afuera|fuera|encerrad* afuera|por fuera|en la calle)",
      "(deje|dejamos|dejo|quedaron|quedo|olvide|cerre|se me quedaron|encerre) .. llaves? .. (adentro|dentro|carro|casa|auto|coche|camioneta|troca|cajuela)",
      "llaves? .. (adentro|dentro|se (me|nos)? quedaron|quedaron|encerrad*)",
      "(perdi|perdimos|perdio|robaron|no encuentro|extravie|se me perdieron) .. llaves? ~ (entrar|afuera|no puedo|ahorita|ahora)",
      "no (puedo|podemos|puede|pueden) (entrar|abrir) .. (casa|carro|apartamento|departamento|oficina|auto|coche|puerta|troca|camioneta|negocio)",
      "llave .. (quebro|rompio|partio|se quebro|trabo|atoro|atorada|quebrada) .. (cerradura|chapa|puerta|ignicion|switch|adentro|dentro)",
      "(cerre|cerro|cerramos) .. (sin llaves|con las llaves|y no tengo)",
      "(carro|camioneta|auto|coche|troca) .. (atrapad*|encerrad*|atorad*) .. (garaje|cochera)",
      "no (puedo|podemos) sacar .. (carro|camioneta|auto|coche|troca)",
    ],
  },
  {
    hazard: "electrical",
    level: "urgent",
    patterns: [
      "(sin|no (hay|tengo|tenemos)) (luz|electricidad|corriente|energia)",
      "(se fue|se nos fue|se me fue|se corto) la (luz|electricidad|corriente|energia)",
      "(cable*|alambre*) (pelad*|expuest*|suelt*|descubiert*|al aire)",
      "@electric .. (calient*|calentando|quemad*|derreti*|negr*|zumba*|chamuscad*|hirviendo)",
      "(mitad|media) .. casa .. (sin luz|no tiene luz|sin electricidad|sin corriente)",
    ],
  },
  {
    hazard: "security",
    level: "urgent",
    patterns: [
      "(me|nos) (robaron|asaltaron) (en|la casa|mi casa|el negocio|la tienda|anoche|ayer|y|$)",
      "(se metieron|entraron a robar|metieron a robar|forzaron|rompieron) .. (casa|puerta|chapa|cerradura|ventana|negocio|tienda|robar)?",
      "(robo|asalto) (anoche|ayer|en mi|a mi)",
      "(ex|inquilino|alguien) .. (tiene|se quedo con) .. llaves?",
    ],
  },
  {
    hazard: "medical",
    level: "urgent",
    patterns: [
      "(dolor|dolores) .. (fuerte|insoportable|terrible|horrible|intenso|muchisimo|severo|agudo|no aguanto)",
      "(duele|dolor|duelen) .. (mucho|muchisimo|horrible|demasiado|bastante|un chingo|no aguanto)",
      "(muela|diente|corona) .. (quebr*|rompio|cayo|rota|roto|infecta*|absceso)",
      "(absceso|hinchad*|hinchazon|inflamad*|hincho|infeccion)",
      "(fiebre|calentura|temperatura) (muy)? (alta|de #)",
      "(sangra*|sangre|sangrando) .. (encia*|muela|diente|boca)?",
      "no (puedo|puede|pude) (dormir|comer) .. dolor",
      "(dolor|muela) .. no (puedo|puede|pude) (dormir|comer)",
    ],
  },
  {
    hazard: null,
    level: "urgent",
    patterns: [
      "(emergencia|emergencias|urgencia)",
      "(urgente|urgentemente|me urge|nos urge|urge)",
      "(necesito|ocupo|manden|vengan|quiero|venga|mandeme*|ayuda|ayudenme) .. (ya|ahora|ahorita|ahora mismo|ahorita mismo|inmediatamente|de inmediato|ya mismo|en este momento)",
      "(apurense|apurese|rapido por favor|lo mas rapido|de volada|corriendo|apurate)",
      "no (puede|puedo) esperar",
      "(auxilio|socorro)",
    ],
  },
];
