import { describe, expect, it } from "vitest";
import {
  changesMind,
  hesitation,
  keepsDay,
  leavesItToUs,
  partNamed,
  saysCancel,
  saysWrong,
  soundsLikeTrouble,
  wantsLater,
  wantsSooner,
} from "./signs.ts";

const yes = (sign: (text: string) => unknown, ...texts: string[]) =>
  it.each(texts)("yes: %s", (text) => expect(sign(text)).toBeTruthy());
const no = (sign: (text: string) => unknown, ...texts: string[]) =>
  it.each(texts)("no: %s", (text) => expect(sign(text)).toBeFalsy());

describe("leaving the choice to us", () => {
  yes(
    leavesItToUs,
    "Anytime tomorrow",
    "whatever works",
    "either one",
    "you pick",
    "doesn't matter to me",
    "cualquiera",
    "cuando puedan",
    "me da igual",
  );
  no(leavesItToUs, "tomorrow at 2", "this time tomorrow", "the first", "mañana");
});

describe("putting it off", () => {
  yes(
    hesitation,
    "too expensive",
    "I'll think about it",
    "let me ask my husband",
    "no thanks",
    "that's out of our budget",
    "nvm",
    "está muy caro",
    "no, gracias",
    "lo voy a pensar",
    "luego les aviso",
    "ok too much. bye",
  );
  no(
    hesitation,
    "Thank you so much!",
    "how much is it?",
    "that is too much, can you do better?",
    "yes",
    "no, thursday",
    "gracias",
    "sí por favor",
  );
});

describe("wanting other times", () => {
  yes(wantsLater, "anything later?", "do you have something later", "a bit later", "algo más tarde?", "más tarde");
  no(wantsLater, "the later one", "see you then", "later today", "la más tarde");
  yes(wantsSooner, "anything sooner?", "can you come earlier", "now", "algo más temprano", "ahora mismo");
  no(wantsSooner, "the earlier one", "la más temprana", "not now", "tomorrow");
});

describe("other signs", () => {
  yes(saysCancel, "please cancel it", "quiero cancelar");
  no(saysCancel, "never mind");
  yes(changesMind, "actually yes", "ok let's do it", "siempre sí");
  no(changesMind, "ok", "bye");
  yes(soundsLikeTrouble, "sprinkler line broke in the yard", "it won't turn on", "se rompió", "no prende");
  no(soundsLikeTrouble, "hello", "good morning", "hola buenas tardes");

  yes(saysWrong, "I meant 221", "that's not right", "está mal");
  no(saysWrong, "yes thats what i meant", "perfect");
  yes(keepsDay, "that same day but at 3", "no, that same day at 3", "ese mismo día a las 3");
  no(
    keepsDay,
    "do you do same day service",
    "not that same day",
    "I can't make that same day",
    "no puedo ese mismo día",
  );

  it("name the part of a read-back that is wrong", () => {
    expect(partNamed("no, the address is wrong")).toBe("address");
    expect(partNamed("el nombre está mal")).toBe("name");
    expect(partNamed("wrong day")).toBe("time");
    expect(partNamed("no")).toBeNull();
  });
});
