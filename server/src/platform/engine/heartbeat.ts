const BEAT_MS = 1000;

/**
 * Calls `look` every second of real time, whatever the application's clock does: for what other processes may have left to
 * do. Returns how to stop it; it keeps no process alive.
 */
export function startHeartbeat(look: () => void): () => void {
  const beat = setInterval(look, BEAT_MS);
  beat.unref();
  return () => clearInterval(beat);
}
