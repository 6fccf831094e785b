/**
 * Calls `stop` once, when this process is asked to end: by a signal, by Ctrl-C, by the terminal closing, or because the
 * process that started it is gone (the closing of its IPC channel). Later requests change nothing, so a second Ctrl-C
 * cannot cut a clean end short.
 */
export function onStopRequest(stop: (reason: string) => void): void {
  let asked = false;
  const ask = (reason: string) => {
    if (asked) return;
    asked = true;
    stop(reason);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => ask(signal));
  process.on("disconnect", () => ask("the starting process is gone"));
  // The wish to hear of a disconnect must not keep a process alive that has nothing else to do.
  process.channel?.unref();
  // A closed terminal fails every write; the end must not fail with it.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
}
