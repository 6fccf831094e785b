/** Cues strong enough that a name without a street type is believed. */
export const strongCues =
  /(?<= )(?:(?:address|location|adress|addy|direccion|domicilio)(?: is| s|'s| :| es)*|(?:live|living|located|reside|staying) (?:at|on)|vivo en|vivimos en|(?:house|home|place|apartment|casa) (?:is|es|esta|queda|is at|esta en)(?: at| en)?|(?:come|go|out|over|someone|him|plumber|tech|electrician|locksmith|vengan|manden) (?:to|at|a)|(?:i'm|im|am|we're|are|estoy|estamos) (?:at|over at|en|located at)|ubicad[oa] en|it's at|its at) :? ?$/;

/** Words before a number that is not a house's: "order 5517", "gate code is 4490". */
export const labels =
  / (?:order|invoice|account|acct|policy|reference|ref|confirmation|claim|ticket|check|model|serial|part|(?<!zip )code|gate|pin|box|breaker|circuit|fuse|phone|cell|tel|ext|extension|license|plate|id|card|case|permit|toilet|zone|channel|year|since|orden|pedido|factura|cuenta|poliza|referencia|confirmacion|recibo|modelo|serie|codigo(?! postal)|clave|porton|caja|buzon|fusible|circuito|telefono|cel|celular|placa|tarjeta|folio|pastilla|zona|ano)(?: (?:number|no|num|numero|#|is|es|el|la|ends in|termina en|dice|marca|del|:|,|-))* $/;

/** Words before a place that is not the customer's, or not any more. */
export const disowned =
  / (?:not|isn't|isnt|no es|ya no es|moved from|mudamos de|mude de|instead of|en vez de|across from|off|next to|next door to|opposite|neighbors? at|frente a|enfrente de|al lado de|junto a|old (?:address|place|house)(?: is| was)?|used to (?:live|be)|vivia|viviamos)(?: (?:at|on|en|el|la|al|de))* $/;
