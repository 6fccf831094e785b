/** What is wrong with a request, as the server (RFC 9457) or the connection tells it. `message` is fit to be shown. */
export class Problem extends Error {
  readonly status: number;
  /** Stable, for programs: "wrong_credentials". "offline" when the server could not be reached. */
  readonly code: string;
  readonly fields: readonly { pointer: string; message: string }[];

  constructor(
    status: number,
    code: string,
    message: string,
    fields: readonly { pointer: string; message: string }[] = [],
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.fields = fields;
  }
}

interface ProblemDetails {
  title?: string;
  detail?: string;
  code?: string;
  errors?: { pointer: string; message: string }[];
}

/** Reads an answer that is no success. */
export async function readProblem(answer: Response): Promise<Problem> {
  const details = (await answer.json().catch(() => ({}))) as ProblemDetails;
  const message = details.detail ?? details.title ?? answer.statusText;
  return new Problem(answer.status, details.code ?? "unknown", message, details.errors);
}

export const isProblem = (error: unknown, code: string): boolean => error instanceof Problem && error.code === code;
