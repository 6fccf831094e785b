import type { WordClasses } from "../../text/patterns.ts";

/** Classes of Spanish words that patterns name with "@"; accents are folded. */
export const words: WordClasses = {
  a: ["(un|una|el|la|los|las|mi|mis|su|sus|nuestra|nuestro|este|esta|ese|esa|unos|unas|algun|alguna)"],
  be: ["(es|esta|estan|estaba|sigue|siguen|empezo|fue|era|son|estoy|estamos|anda)"],
  child: [
    "(bebe|bebes|nino|nina|ninos|ninas|hijo|hija|hijos|hijas|nene|nena|bebita|bebito|nieto|nieta|chamaco|criatura)",
  ],
  person: [
    "@child",
    "(esposo|esposa|marido|mujer|mama|papa|madre|padre|mami|papi|hermano|hermana|abuela|abuelo|abuelita|abuelito|suegra)",
    "(alguien|persona|gente|senora|senor|hombre|vecino|vecina|inquilino|el|ella|ellos|nosotros|yo|trabajador|empleado|tio|tia|muchacho|primo)",
  ],
  fuel: ["(gas natural|gas|propano|butano|metano|gasolina)"],
  eggs: ["huevos? (podrido*|echado* a perder|podrio)", "(azufre)"],
  smell: ["(huele*|huelo|olor|olores|oliendo|oler|olemos|olia|hiede|apesta*|peste|tufo|aroma|olio)"],
  electric: [
    "(enchufe*|tomacorriente*|toma corriente*|contacto*|toma|tomas|apagador*|interruptor*|switch|breaker*|breker*|panel*)",
    "(cable*|cableado|alambre*|medidor|caja de (fusibles|breakers|luz)|fusible*|pastilla*|tablero|lampara*|foco*|luz|luces|instalacion electrica)",
    "(extension|corriente|clavija|cordon|socket|bombilla*|bombillo*|poste|transformador|abanico|ventilador|taco|tacos|cuadro electrico|centro de carga)",
  ],
  machine: [
    "(calentador|calenton|boiler|caldera|horno|estufa|secadora|lavadora|lavaplatos|microondas|refrigerador|refri|nevera|termostato|unidad)",
    "(aire|aire acondicionado|clima|compresor|motor|generador|bateria|maquina|chimenea|parrilla|calefaccion|calefactor|aparato|abanico|ventilador|minisplit|plancha|tostadora)",
  ],
  place: [
    "(casa|hogar|apartamento|departamento|cocina|garaje|cochera|sotano|atico|cuarto|recamara|bano|edificio|pared*|techo|closet)",
    "(pasillo|patio|tienda|oficina|traila|trailer|carro|camioneta|sala|habitacion|dormitorio|negocio|local|azotea|lavanderia|comedor|porche)",
  ],
  sounding: [
    "(sonando|suena|suenan|sono|esta sonando|pitando|pita|pitan|activada|activado|activo|se activo|se disparo|disparada|disparado|se prendio|prendida|prendido|no para|no deja|gritando|timbrando|chillando|empezo a sonar|comenzo a sonar|volvio a sonar|puso a sonar|se encendio)",
  ],
  vulnerable: [
    "@child",
    "(anciano*|anciana*|mayor|mayores|abuela|abuelo|abuelita|abuelito|embarazada|enfermo|enferma|discapacitad*|oxigeno|asma|recien nacid*)",
  ],
  dead: [
    "(ya)? no (me|nos|le)? (funciona*|sirve*|prende*|enciende*|arranca*|calienta*|enfria*|jala*|trabaja*|anda|da|hay|responde|sale|prendio|sirvio|quiere (prender|encender|arrancar))",
    "(se)? (me|nos)? (murio|descompuso|rompio|dano|quemo|apago|averio|jodio|chingo|echo a perder|frego|frego|frego|trono|trono|fundio|paro|estropeo)",
    "(esta|estan|quedo|anda) (descompuest*|dana*|rota|roto|muert*|averia*|malo|mala|quemad*|apagad*|fallando|jodid*|estropead*|sin funcionar)",
    "(dejo|dejaron|deja|paro) de (funcionar|calentar|enfriar|servir|prender|trabajar|jalar|encender|echar)",
    "(fallo|falla|fallando)",
  ],
};
