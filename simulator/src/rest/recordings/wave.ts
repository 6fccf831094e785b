const SAMPLES_A_SECOND = 8_000;
const HEADER_BYTES = 44;
/** Longer recordings are served cut: nobody listens to silence. */
const LONGEST_S = 120;

/** A WAV file (8 kHz, mono, 8 bit) with a soft 440 Hz tone of that length. Source: RIFF WAVE, PCM format. */
export function waveFile(seconds: number): Buffer {
  const samples = Math.min(seconds, LONGEST_S) * SAMPLES_A_SECOND;
  const file = Buffer.alloc(HEADER_BYTES + samples);
  file.write("RIFF", 0);
  file.writeUInt32LE(HEADER_BYTES - 8 + samples, 4);
  file.write("WAVEfmt ", 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(SAMPLES_A_SECOND, 24);
  file.writeUInt32LE(SAMPLES_A_SECOND, 28);
  file.writeUInt16LE(1, 32);
  file.writeUInt16LE(8, 34);
  file.write("data", 36);
  file.writeUInt32LE(samples, 40);
  for (let sample = 0; sample < samples; sample++) {
    file[HEADER_BYTES + sample] = 128 + Math.round(24 * Math.sin((2 * Math.PI * 440 * sample) / SAMPLES_A_SECOND));
  }
  return file;
}
