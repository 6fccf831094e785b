/** Cardinal numbers as words, in English and Spanish, by what they do in a longer number. All are folded. */
const counted = (words: string, first: number, step = 1): [string, number][] =>
  words.split(" ").map((word, i) => [word, first + i * step]);

/** Zero, also as it is said between digits: "twelve oh four". */
export const zeros: ReadonlySet<string> = new Set(["oh", "zero", "cero"]);

export const ones: ReadonlyMap<string, number> = new Map([
  ...counted("one two three four five six seven eight nine", 1),
  ...counted("uno dos tres cuatro cinco seis siete ocho nueve", 1),
]);

export const teens: ReadonlyMap<string, number> = new Map([
  ...counted("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", 10),
  ...counted("diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve", 10),
  ...counted("veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho", 21),
  ["veintinueve", 29],
]);

export const tens: ReadonlyMap<string, number> = new Map([
  ...counted("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10),
  ...counted("veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa", 20, 10),
]);

/** English multiplies what came before; Spanish says each hundred in one word. */
export const hundreds: ReadonlyMap<string, number> = new Map([
  ["hundred", 100],
  ["cien", 100],
  ["ciento", 100],
  ...counted(
    "doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos",
    200,
    100,
  ),
]);

export const thousands: ReadonlyMap<string, number> = new Map([
  ["thousand", 1000],
  ["mil", 1000],
]);
