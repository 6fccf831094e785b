import { DatabaseError } from "pg";

/** The name of the constraint or unique index by which the database refused a statement; null for any other error. */
export function brokenConstraint(error: unknown): string | null {
  return error instanceof DatabaseError ? (error.constraint ?? null) : null;
}
