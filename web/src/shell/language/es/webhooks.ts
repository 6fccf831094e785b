import type { Words } from "../language.ts";

export const webhooks: Words["webhooks"] = {
  title: "Avisos muertos",
  means:
    "El operador avisó de esto y ocho veces no se pudo procesar. No se perdió nada: se guarda como llegó. Cuando la causa esté resuelta, vuelva a recibirlo.",
  none: "Todo se recibió",
  noneMeans: "Lo que el operador avisa y no se puede procesar se guarda aquí, con el motivo.",
  toCalls: "Llamadas",
  receive: "Recibir de nuevo",
  receiveAll: "Recibir todo de nuevo",
  isReceivedAgain: "Se recibe de nuevo.",
  areReceivedAgain_one: "{{count}} aviso se recibe de nuevo.",
  areReceivedAgain_other: "{{count}} avisos se reciben de nuevo.",
  more: "Mostrar más",
  noReason: "No se guardó el motivo.",
  tried_one: "intentado una vez",
  tried_other: "intentado {{count}} veces",
  topic_voice: "Entró una llamada",
  "topic_voice-fallback": "Entró una llamada, por la segunda vía",
  "topic_dial-result": "Dejó de sonar",
  topic_whisper: "Un teléfono suyo contestó",
  "topic_whisper-result": "Alguien pulsó una tecla",
  "topic_call-status": "Una llamada cambió",
  "topic_leg-status": "Un teléfono suyo cambió",
  topic_sms: "Entró un mensaje",
  "topic_sms-fallback": "Entró un mensaje, por la segunda vía",
  "topic_sms-status": "Un mensaje suyo cambió",
};
