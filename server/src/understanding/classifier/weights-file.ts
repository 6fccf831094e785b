import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import type { Classifier } from "./classifier.ts";

/** Bias and scale, 32-bit floats of little end, before the weights. */
const HEADER_BYTES = 8;

/** A classifier as it lies in its file, compressed. */
export function toFile({ bias, scale, weights }: Classifier): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeFloatLE(bias, 0);
  header.writeFloatLE(scale, 4);
  const bytes = Buffer.from(weights.buffer, weights.byteOffset, weights.byteLength);
  return brotliCompressSync(Buffer.concat([header, bytes]), { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
}

/** The classifier of a file's content. */
export function fromFile(content: Buffer): Classifier {
  const bytes = brotliDecompressSync(content);
  const weights = new Int8Array(bytes.buffer, bytes.byteOffset + HEADER_BYTES, bytes.byteLength - HEADER_BYTES);
  return { bias: bytes.readFloatLE(0), scale: bytes.readFloatLE(4), weights };
}
