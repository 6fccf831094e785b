import type { Understanding } from "#understanding";
import type { Look, Talk } from "./look.ts";
import {
  asksForPerson,
  managerWrites,
  problemNotComplaint,
  questionNotComplaint,
  storyNotCancellation,
} from "./moods.ts";
import { cityAlone, cityBeforeStreet, unitAlone, whereNotWhether, zipAnywhere } from "./places.ts";
import { dayNotPlace, noAmongYes, shortYes } from "./yes-and-no.ts";

/** Each sees what the ones before it left. */
const LOOKS: readonly Look[] = [
  shortYes,
  noAmongYes,
  dayNotPlace,
  unitAlone,
  zipAnywhere,
  cityAlone,
  cityBeforeStreet,
  whereNotWhether,
  asksForPerson,
  questionNotComplaint,
  problemNotComplaint,
  storyNotCancellation,
  managerWrites,
];

/** What the talk adds to the reading of a single text: what was asked before, what is on offer, where the talk stands. */
export function secondLook(understanding: Understanding, text: string, talk: Talk): Understanding {
  return LOOKS.reduce((read, look) => look(read, text, talk), understanding);
}
