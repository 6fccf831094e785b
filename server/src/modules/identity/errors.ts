import { defineRefusal } from "#platform/http/problem.ts";

/** One answer for a wrong password and an unknown e-mail: nobody learns who has an account. */
export const WRONG_CREDENTIALS = defineRefusal("wrong_credentials", 401, "The e-mail or the password is wrong.");
export const TOO_MANY_TRIES = defineRefusal("too_many_tries", 429, "Too many wrong passwords.");
