/** What is promised of each figure: a share of the messages of a set. `mostAllowed` is an upper bound. */
export const FIGURES = {
  "life recall": { promised: 0.99, mostAllowed: false },
  "false life": { promised: 0.02, mostAllowed: true },
  "stop recall": { promised: 0.99, mostAllowed: false },
  "false stop": { promised: 0.01, mostAllowed: true },
  time: { promised: 0.95, mostAllowed: false },
  intent: { promised: 0.95, mostAllowed: false },
  address: { promised: 0.95, mostAllowed: false },
  money: { promised: 0.95, mostAllowed: false },
  name: { promised: 0.95, mostAllowed: false },
} as const satisfies Record<string, { promised: number; mostAllowed: boolean }>;

export type FigureName = keyof typeof FIGURES;
