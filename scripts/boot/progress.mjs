const quietMs = 2_000;
const reminderMs = 30_000;
const frames = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
const stream = process.stderr;

/**
 * Awaits `work()` and, once it has taken longer than two seconds, says on stderr what is going on:
 * a spinner on a terminal, plain lines elsewhere. Quick work stays silent.
 */
export async function withProgress(what, work) {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  const animated = stream.isTTY && !process.env.CI && process.env.TERM !== "dumb";
  let shown = 0;
  const tick = () => {
    if (animated) stream.write(`\r${frames[shown % frames.length]} ${what} … ${seconds()} s `);
    else stream.write(shown === 0 ? `${what} …\n` : `${what}: still at it after ${seconds()} s\n`);
    shown += 1;
  };
  let timer = setTimeout(() => {
    tick();
    timer = setInterval(tick, animated ? 100 : reminderMs);
  }, quietMs);
  try {
    const result = await work();
    if (shown > 0) stream.write(`${animated ? "\r" : ""}${what}: done in ${seconds()} s\n`);
    return result;
  } catch (error) {
    if (shown > 0 && animated) stream.write("\n");
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
