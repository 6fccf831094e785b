import { answerQuestions } from "../../../../../rig/src/companion.ts";
import { playWorld, type Tale, type WorldOrder } from "../world.ts";

// A world of its own, with a virtual clock: two of them use two cores.
answerQuestions<WorldOrder, Tale>(playWorld);
