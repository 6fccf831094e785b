export interface PickedPhoto {
  name: string;
  contentType: string;
  base64: string;
}

/** A picked file as the carrier simulator takes it. */
export function readPhoto(file: File): Promise<PickedPhoto> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => {
      const address = typeof reader.result === "string" ? reader.result : "";
      resolve({ name: file.name, contentType: file.type, base64: address.replace(/^data:[^,]*,/, "") });
    });
    reader.addEventListener("error", () => reject(new Error(`${file.name} could not be read.`)));
    reader.readAsDataURL(file);
  });
}
