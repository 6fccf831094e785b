import type { WordClasses } from "../../text/patterns.ts";
import type { OptOutWords } from "../opt-out.ts";

export const optOutClasses: WordClasses = {
  textos: [
    "(mensajes?|mensajitos?|textos?|sms|notificacion|notificaciones|avisos|publicidad|promociones|spam|comunicaciones|correos|msj)",
  ],
  mandar: [
    "(mandar*|mande|manden|mandes|mandarme|enviar*|envie|envien|envies|enviarme|escribir*|escriba|escriban|escribas|escribirme)",
    "(contactar*|contacte|contacten|contactes|textear*|textee|texteen|textees|molestar*|moleste|molesten|molestes|mensajear*|mensajeen)",
    "(acosar*|acosen|acose|fastidiar*|fastidien|hostigar*|chingar*|chinguen|joder*|jodan|insistir|insistan|textiar*|textien|mandando|enviando)",
  ],
  relleno: [
    "(los|estos|sus|mis|todos|el|envio|de|con|la|su|suscripcion|a|recibir|esos|mas|tantos|ya|estas|las|tantas|ningun|ninguno|cualquier|tipo)",
  ],
};

export const optOut: OptOutWords = {
  stop: [
    "(parar|pare|paren|para|parale|parenle|alto|baja|dar de baja|darme de baja|dame de baja|denme de baja|deme de baja|cancelar|cancele|cancela|cancelen|cancelar todo|cancelar mensajes)",
    "(detener|detenga|detengan|detente|detenganse|basta|ya basta|fin|finalizar|terminar|termina|terminen|salir|desuscribir|desuscribirme|desuscribirse|desinscribir|desinscribirme|anular|anular suscripcion|cancelar suscripcion|cancelar mi suscripcion|cancelar la suscripcion)",
    "(no mas|no mas mensajes|no mas textos|revocar|revoco|suspender|eliminar|eliminarme|quitar|quitenme|quiteme|quitame|borrenme|borreme|saquenme|no molestar|no molesten|dejenme en paz|dejeme en paz|alto ya|ya no mas|alto a los mensajes)",
    "(stop|unsubscribe|no enviar|no enviar mas|darse de baja|de baja|me doy de baja|parar todo|pare ya|baja por favor|parar mensajes|no contactar|rechazar|renunciar|excluir|excluirme)",
  ],
  start: [
    "(iniciar|inicia|inicio|comenzar|comienza|empezar|empieza|alta|darme de alta|activar|reactivar|reanudar|suscribir|suscribirme|continuar recibiendo|start)",
  ],
  help: ["(ayuda|info|informacion)"],
  ambiguous: [
    "(cancelar|cancele|cancela|cancelen|cancelar todo|terminar|termina|terminen|anular|suspender|para|finalizar)",
  ],
  stopClause: [
    "(ya|que|les|le|te)? (dije que|dije|pido que|he dicho que)? (ya)? (alto|basta|paren|pare|parenle|stop|parale) (ya|por favor|con esto|de una vez)?",
    "(ya)? (dejenme|dejeme|dejame) (en paz|tranquil*|de molestar)",
    "(dar|dame|denme|deme|darme|me doy) (por favor)? de baja",
  ],
  stopSense: [
    "(dejen|deje|deja|dejenme|dejeme|paren|pare|para|parele|dejar|dejes|basta|favor de parar|cesar|cesen|alto) (ya)? de (@mandar|estar mandando|estarme|recibir @textos|recibir|llamar*|llamarme|marcar*)",
    "(ya)? (no|nunca|jamas|tampoco) (me|nos|le)? (vuelva*|vuelvan|sigan|siga|vayan|anden) (a)? (@mandar|mandando|enviando|escribiendo|molestando|contactando|texteando|llamar*|marcar*)",
    "(no|nunca|jamas) (me|nos) (@mandar|llamen|llame|marquen|marque) (ya)? (mas|otra vez|nunca|@textos|nada|por favor|$|a este numero|de nuevo)",
    "(no|nunca|jamas) (me|nos) (@mandar) (mas|tantos|sus|estos|ya|esos|por|a mi (celular|telefono|numero)|al (celular|telefono)|a este numero) (mas|@textos|favor)?",
    "(ya)? no (quiero|deseo|queremos|necesito|quisiera|acepto|autorizo|gusto|me interesa*|me gusta*) (recibir|seguir recibiendo|mas|sus|estos|que me|que|tener|ver|que me sigan|que me esten|de sus|los|esos|mas de sus)? (recibiendo|mas|sus|estos|esten|sigan|sus)? (de)? (@textos|@mandar|escriban|manden|contacten|molesten|nada de ustedes|contacto|me manden|texteen|llamadas)",
    "ya no me (@mandar|llamen|marquen)",
    "no (quiero|deseo) (que)? (me|nos) (@mandar|llamen|contacten|escriban|sigan)",
    "(quite*|quiten|borre*|borren|elimin*|saque*|saquen|remueva*|remuevan|sacar*|quitar*|borrar*|retire*|retiren|sacame|quitame|borrame) (ya|por favor|a)? (mi numero|mi telefono|mi nombre|mis datos|me|mi cel*)? (por favor)? (de|del) (la|su|esta|sus|todas|tu|el|este|estas)? (lista*|sistema|base|registro*|contactos|grupo|mensajes|chat)",
    "(no|ya no) (@mandar) (mas|@textos|ningun*)",
    "(borre*|borren|elimin*|olvid*|pierdan|borrar|quite|quiten|quitar) (mi|este) (numero|telefono|celular|contacto)",
    "(dar|dame|deme|denme|darme|dese|darnos|solicito|quiero|pido|como me doy|me quiero dar|deseo|me doy) (me|la|de|ya|mi|darme|que me den)? (de)? baja (de)? (los|la|las|sus|estos|por|ya|$|este|esta|mensajes|del)?",
    "(cancelar|cancele*|cancelen|cancela|detener|detenga*|detengan|suspender|suspenda*|suspendan|pare*|paren|parar|terminar|alto|basta|no mas|desactivar|desactiven|dejar|eliminar|quiten|bloquear|cesar|frenen|ya con|harto|harta|cansad*|alto ya|paren ya|stop) (@relleno)? (@relleno)? (@relleno)? (@relleno)? @textos",
    "(no|ya no) mas @textos",
    "(desuscrib*|desinscrib*|dessuscrib*|unsubscribe|desubscrib*|de suscribirme)",
    "(revoco|revocar|retiro|retirar) (mi|el)? (consentimiento|permiso|autorizacion)",
    "(bloquear|bloqueando|voy a bloquear|bloqueo|reportar) (este numero|su numero|los|a ustedes|el numero)",
    "(nunca|no|jamas) (me)? (suscribi|pedi|autorice|di permiso|solicite|registre|inscribi) .. (@textos|esto)",
    "(como) (hago para|puedo|le hago para|paro|detengo|cancelo) (dejar de recibir|parar|cancelar|detener|no recibir|que (dejen|paren))? .. @textos",
    "(dejen|deje|deja) de (@mandar|molestar*|llamar*)",
    "no (me|nos) (llamen|llame|marquen) ni (me|nos)? (@mandar)",
    "no (molest*|moleste|molesten) (mas|ya|por favor|$)",
  ],
  startSense: [
    "(reanudar|reanuden|reactivar|reactiven|activar|activen|empezar|iniciar|comenzar|empiecen) (a)? (recibir|mandar*|enviar*|los|mis|mandarme|enviarme)? .. @textos",
    "(quiero|deseo|quisiera) (volver a|otra vez|de nuevo|seguir) (recibir|recibiendo) .. @textos",
    "(si|ahora si) (quiero|deseo) recibir (sus|los|mensajes|otra vez)",
    "(vuelvan|pueden|puede) (a)? (escribirme|mandarme|enviarme|textearme) (otra vez|de nuevo|mensajes)",
    "(darme|dar|dame|denme) de alta",
  ],
  masks: [
    "(no|nunca) (quiero|deseo|pares|paren|dejen|deje|dejes) (parar|cancelar|darme de baja|de (mandar*|enviar*|escribir*))",
    "(no) (quiero) (darme|dar) de baja",
    "de baja (el|mi|la|un|su) (servicio|contrato|plan|cuenta|seguro|linea|internet|membresia)",
    "no (me|nos) (llame*|llamen|marquen|marque) (,|por favor)? (mejor|solo|pero|sino|prefiero)? .. (escrib*|text*|mensaje*|mande*)",
    "(no) (me|nos) (@mandar) .. (antes de|despues de|hasta|tan tarde|tan temprano|de noche|en la noche|mientras|si no)",
    "(presion|planta|luz|agua|temperatura|muy|esta|se|le) baja",
    "(alarma|detector|voz|error|de voz) (mensajes?|avisos?)",
    "(no|nunca) (recibi|llego|me llego|vi|me ha llegado|he recibido|me llegan|llegan) .. (@textos)",
  ],
  courtesy: [
    "(por favor|gracias|favor|ya|ahora|ok|hola|senor|senora|inmediatamente|please|emojistop|emojianger|emojithanks|emojino|emojiyes|de inmediato|ahorita|oiga|oigan|muchas|por|porfis|bueno|hoy|disculpe)",
  ],
};
