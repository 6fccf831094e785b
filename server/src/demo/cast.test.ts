import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { BUSINESSES } from "../../../db/demo/businesses.ts";
import { demoPeople } from "../modules/identity/index.ts";
import { collectAnswers } from "../platform/questions.ts";
import { demoAnswers } from "./cast.ts";

describe.each(BUSINESSES.map((business) => [business.business.business_name, business] as const))(
  "%s",
  (_name, cast) => {
    const phones = cast.customers.map(({ phone }) => phone);

    it("has customers of its own, each with a number that nobody has", () => {
      const everybody = [
        ...BUSINESSES.flatMap(({ customers }) => customers.map(({ phone }) => phone)),
        cast.ownerPhone,
      ];
      expect(new Set(everybody).size).toBe(everybody.length);
      // The North American Numbering Plan keeps 555-0100 to 555-0199 for fiction.
      for (const phone of [...phones, cast.phoneNumber, cast.ownerPhone]) expect(phone).toMatch(/^\+1\d{3}55501\d\d$/);
    });

    it("has everybody in it who appears in a scene", () => {
      const emails = cast.people.map(({ email }) => email);
      expect(emails).toContain(cast.owner);
      expect(emails).toContain(cast.technician);
      for (const { phone, person, photo } of cast.scenes) {
        expect(phones).toContain(phone);
        if (person !== undefined) expect(emails).toContain(person.email);
        if (photo !== undefined) expect(existsSync(`db/demo/photos/${photo}`)).toBe(true);
      }
    });
  },
);

it("the sign-in page of the demo shows everybody with their password", () => {
  const [people = []] = collectAnswers(demoAnswers)(demoPeople);
  expect(people).toHaveLength(BUSINESSES.flatMap((business) => business.people).length);
  expect(people[0]).toEqual({
    email: "owner@rivera.example",
    name: "Elena Rivera",
    role: "owner",
    password: "call-me-back-1",
  });
});
