import { type Business, fillTemplate, type Opening, type Settings } from "#tenants";

type Language = "en" | "es";

/** The business writes its own words in English; these are said to people who write Spanish. */
const SPANISH = {
  open: "Hola, habla {{business_name}}. Perdón por no contestar su llamada. ¿En qué le podemos ayudar? Responda STOP para no recibir mensajes.",
  after_hours:
    "Hola, habla {{business_name}}. Ahora estamos cerrados, pero podemos darle una cita por mensaje. ¿En qué le ayudamos? Responda STOP para no recibir mensajes.",
  holiday:
    "Hola, habla {{business_name}}. Hoy cerramos por {{holiday}}, pero podemos darle una cita por mensaje. ¿En qué le ayudamos? Responda STOP para no recibir mensajes.",
};

/** What a missed caller reads: by the hour at the business, in the caller's language. */
export function textBackBody(
  opening: Opening,
  language: Language,
  settings: Pick<Settings, "greeting_template" | "after_hours_template" | "holiday_template">,
  business: Pick<Business, "business_name" | "business_phone">,
): string {
  const english = {
    open: settings.greeting_template,
    after_hours: settings.after_hours_template,
    holiday: settings.holiday_template,
  };
  const template = (language === "es" ? SPANISH : english)[opening.kind];
  return fillTemplate(template, business, opening.kind === "holiday" ? opening.name : "");
}

/** The one confirmation of an opt-out: it may not advertise (47 CFR 64.1200(a)(12)). */
export function optOutConfirmation(businessName: string, language: Language): string {
  return language === "es"
    ? `${businessName}: no recibirá más mensajes nuestros. Responda START para volver a recibirlos.`
    : `${businessName}: you will get no more texts from us. Reply START to get them again.`;
}
