import type { TradeRow } from "../trade.ts";

export const trades: readonly TradeRow[] = [
  {
    trade: "garage_door",
    weight: 4,
    patterns: [
      "(puerta|porton|puertas|control|motor|resorte*|abridor) .. (garaje|garage|cochera)",
      "(garaje|garage|cochera) .. (no abre|no cierra|no sube|no baja|atorad*|descarril*|no se abre|no se cierra|se atoro|no quiere (abrir|cerrar))",
      "(resorte*|porton electrico|porton)",
    ],
  },
  {
    trade: "plumbing",
    weight: 4,
    patterns: [
      "(plomer*|fontaner*|gotera*|gotea*|goteo|goteando|fuga de agua|tuberia*|tubo|tubos|cano|canos|caneria*|inodoro*|excusado*|escusado*|retrete|taza del bano|lavabo*|lavamanos|fregadero*|lavadero|tarja|regadera|ducha|tina|banera|drenaje*|desague*|coladera|alcantarill*|fosa|septico|triturador|aguas negras|llave del agua|llave de paso|grifo*|presion de agua|presion del agua)",
      "(calentador|calenton|boiler|tanque) .. (agua|agua caliente)",
      "(agua caliente|sin agua|no hay agua|no sale agua|no tengo agua|fuga|fugas|tapado|tapada|tapo|destapar|atascad*|inund*|desbord*)",
      "agua .. (tirando|saliendo|por todos lados|techo|piso|gotea*|sale|cayendo|chorro*)",
      "(llave|llaves) .. (gotea*|tira agua|del bano|de la cocina|del fregadero|del lavabo|no cierra bien)",
    ],
  },
  {
    trade: "electrical",
    weight: 4,
    patterns: [
      "(electricista*|electric*|electricidad|enchufe*|tomacorriente*|toma corriente|contacto*|apagador*|interruptor*|breaker*|fusible*|cableado|instalacion electrica|chispa*|cortocircuito|corto circuito|foco*|lampara*|bombilla*|abanico de techo|ventilador de techo|pastilla*|tablero|panel|cargador)",
      "(sin|no hay|no tengo|se fue la|tengo) (luz|corriente)",
      "(luz|luces) .. (parpadea*|prende*|apaga*|se va|fue|no|baja*)",
      "(cable|cables|alambre*|corriente|voltaje)",
    ],
  },
  {
    trade: "hvac",
    weight: 4,
    patterns: [
      "(aire acondicionado|aire|clima|minisplit|mini split|ac|calefaccion|calefactor|calenton|termostato|ducto*|compresor|refrigerante|freon|caldera|radiador*|bomba de calor|furnace|hvac|ventilacion|heater)",
      "(no|sin) .. (enfria*|calefaccion)",
      "(no calienta|no enfria|aire caliente|aire frio)",
    ],
  },
  {
    trade: "locksmith",
    weight: 4,
    patterns: [
      "(cerrajer*|cerradura*|chapa|chapas|candado*|cerrojo*|llavero|duplicado*|copia de llave*|ignicion)",
      "(llave|llaves) .. (carro|casa|adentro|perdi|quebro|rompio|dentro|auto|coche|copia|perdid*|cambiar|hacer|programar|atoro|camioneta|oficina)",
      "(perdi|deje|olvide|cambiar|copia|hacer|quedaron|se me quedaron|perdimos|se me perdieron|cerre) .. (llave|llaves)",
      "(quede|quedamos|quedo|estoy|estamos) (afuera|fuera)",
      "(abrir) .. (carro|casa|puerta|caja fuerte|auto|coche|camioneta)",
    ],
  },
  {
    trade: "plumbing",
    weight: 1,
    patterns: ["(calentador|boiler|agua|gota|gotas|humedad)"],
  },
  {
    trade: "electrical",
    weight: 1,
    patterns: ["(abanico|ventilador|luz|luces)"],
  },
  {
    trade: "clinic",
    weight: 3,
    patterns: [
      "(muela*|diente*|dentista|dental|doctor*|doctora|medico|medica|clinica|caries|empaste|endodoncia|encia*|brackets|frenos dentales|limpieza dental|corona|extraccion|consulta|enfermera|pediatra|ginecolog*)",
      "(fiebre|calentura|tos|gripa|gripe|garganta|dolor|duele|receta|medicina|vacuna*|examen|analisis|embarazo|embarazada|sarpullido|vomito|nausea*|infeccion|presion alta|diabetes|sangre|chequeo|seguro medico|aseguranza)",
    ],
  },
];
