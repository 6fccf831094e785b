import type { Ask } from "./dialogue.ts";

/**
 * What a message of the business asks for, as a customer reads it: by its words alone, so that scripts work whoever
 * wrote the message. Being offered times asks for a time; a read-back asks for a confirmation.
 */
export function askedFor(message: string): Ask[] {
  const text = message.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
  const asks = ORDER.filter((ask) => SIGNS[ask].test(text));
  // A read-back names the time, the place and the name without asking for them.
  return asks.includes("confirm") ? ["confirm"] : asks;
}

const ORDER: readonly Ask[] = ["problem", "address", "time", "name", "confirm"];

const SIGNS: Record<Ask, RegExp> = {
  confirm:
    /reply yes|to confirm|shall i (book|move)|is (that|this) (right|correct)|responda si\b|para confirmar|lo reservo|es correcto/,
  problem:
    /what do you need|what can we help|how can we help|what is (broken|wrong)|what does it show|few words what|en que le podemos|que (se descompuso|necesita)|que se ve/,
  address:
    /what is the address|which address|what.*zip code|street number|where (is|should)|cual es la direccion|codigo postal|en que direccion|numero, la calle/,
  time: /what (other )?day|which (of these|time|works)|works for you|does that work|what time|would suit|que (otro )?dia|cual de est|cual le conviene|le conviene|que hora/,
  name: /what name|your name|whose name|a nombre de quien|su nombre|como se llama/,
};
