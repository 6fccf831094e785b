/** Ctrl-C, and the end of npm, leave nothing behind. */
export function stopEarly(clearUp: () => Promise<void>): void {
  const stop = () => void clearUp().finally(() => process.exit(1));
  for (const event of ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"]) process.once(event, stop);
  process.channel?.unref();
}
