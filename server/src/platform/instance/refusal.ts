/** A start that cannot happen: a sentence for people and the exit code that scripts can tell apart. */
export type Refusal = Error & { exitCode: number };

/** Exit codes of a start that was refused. */
export const exitCodes = { alreadyRunning: 3, portTaken: 4 } as const;

export function refusal(message: string, exitCode: number): Refusal {
  return Object.assign(new Error(message), { exitCode });
}

export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && "exitCode" in error && typeof error.exitCode === "number";
}
