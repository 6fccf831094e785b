import type { Language } from "../contract.ts";

/** Frequent words that belong to one of the two languages and not to the other. */
export const functionWords: Record<Language, readonly string[]> = {
  en: `the is my and you i it to of on at can do not we have what when how please need this that your are was will with
    but thanks thank hi hello hey yes yeah yep yup yea tomorrow today tonight someone from an in for be am if or just get
    got come out where who did does dont didnt cant its im ive here there they our us been has had would could should
    want now morning afternoon evening week next after before by him her his she he call text house home door water
    heater leak leaking smell fire smoke help appointment price much cost available works good fine sure great pay paid
    stop cancel reschedule unsubscribe monday tuesday wednesday thursday friday saturday sunday first second third last
    one two three four five six seven eight nine ten noon street road ave apt drive lane thx pls plz u ur asap ok okay
    address name issue broken working cold hot heat sink toilet drain clogged outlet breaker lock locked key garage tooth
    doctor kitchen bathroom basement about any all than then them so too let make still going people yourself why wrong
    number send money bill invoice friday's sorry never nothing only because down up off over right left back`.split(
    /\s+/,
  ),
  es: `el la los las un una de del que y en mi mis es por para con se lo le les su sus esta este estan estoy tengo tiene
    tienen hay necesito quiero hola gracias si cuando donde como puede pueden podria manana hoy ayer ahora ahorita ya
    casa agua fuga gota gotea calle numero cita direccion nombre llamo soy vivo buenas buenos dias tardes noches senor
    pero porque tambien muy mas menos sin sobre nada alguien nadie favor ayuda ayudar cuanto cuesta precio cobran hora
    horas lunes martes miercoles jueves viernes sabado domingo tarde noche semana proxima proximo despues antes al o e
    fue era eran estaba son somos ser estar tener hacer hace puedo quien cual esto eso esa ese mensajes mensaje mandar
    manden enviar textos huele huelo olor humo incendio quema quemando chispas enchufe calentador calefaccion aire
    puerta llave llaves cerradura cochera garaje bano cocina inodoro tuberia cano drenaje luz corriente gracia perdon
    disculpe equivocado pagar pague pago dinero factura cuenta debo no_es nosotros ustedes usted tu yo me te nos vengan
    venir venga mandame mande listo claro vale bueno bien dale parar pare alto baja cancelar vez dos tres cuatro cinco
    seis siete ocho nueve diez primera primero segunda segundo ultima opcion salga dientes muela dolor duele hijo hija
    esposo esposa mama papa bebe nino nina oigan oiga q xq porfa aqui alla desde hasta entre mediodia temprano otro otra
    cambiar mover moverla quisiera gustaria urgente emergencia apto depto avenida`.split(/\s+/),
};
