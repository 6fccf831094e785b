import { defineRefusal } from "#platform/http/problem.ts";

export const UNKNOWN_ZIP = defineRefusal("unknown_zip", 422, "There is no such US ZIP code.");
