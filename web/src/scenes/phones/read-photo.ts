/** A file as the simulated carrier takes photos. */
export async function readPhoto(file: File): Promise<{ contentType: string; base64: string }> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return { contentType: file.type, base64: btoa(text) };
}
