/**
 * An error whose message is meant for the person at the keyboard: what is wrong and how to mend it.
 * Anything else that is thrown is a defect of ours and keeps its stack.
 */
export function problem(message, detail = "") {
  return Object.assign(new Error(message), { forPeople: true, detail });
}

const writingFailures = new Set(["EACCES", "EPERM", "EROFS", "ENOSPC", "EDQUOT"]);

/** The text to print for an error, without a stack where the cause is outside this project. */
export function describe(error) {
  if (error.forPeople) return error.detail ? `${error.message}\n${error.detail}` : error.message;
  if (writingFailures.has(error.code)) {
    return `Cannot write ${error.path ?? "here"} (${error.code}): make room or use the account that owns this folder.`;
  }
  return error.stack ?? String(error);
}

/** The beginning of what a program printed, without what only its makers can use. */
export function excerpt(output) {
  const lines = output
    .split("\n")
    .filter((line) => line.trim() && !/^\s+at |A complete log of this run|^npm error\s*$/.test(line));
  return lines.slice(0, 12).join("\n");
}
