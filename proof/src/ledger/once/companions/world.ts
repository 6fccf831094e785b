import { answerQuestions } from "../../../../../rig/src/companion.ts";
import { type MissedCalls, type Played, playMissedCalls } from "../missed-calls.ts";

// A world of its own, with a virtual clock: several of them use several cores.
answerQuestions<MissedCalls, Played>(playMissedCalls);
