import { expect, it } from "vitest";
import { hoursInWords } from "./hours-in-words.ts";

const weekday = { open: "08:00", close: "17:30" };
const hours = {
  monday: weekday,
  tuesday: weekday,
  wednesday: null,
  thursday: weekday,
  friday: { open: "08:00", close: "12:00" },
  saturday: { open: "10:00", close: "00:00" },
  sunday: null,
};

it("tells days with equal hours in a row together", () => {
  expect(hoursInWords(hours, "en")).toBe(
    "Monday to Tuesday 8 AM to 5:30 PM, Thursday 8 AM to 5:30 PM, Friday 8 AM to 12 PM, Saturday 10 AM to 12 AM",
  );
  expect(hoursInWords(hours, "es")).toContain("lunes a martes 8 a. m. a 5:30 p. m.");
});
