/**
 * What is promised of each figure, and what was reached when it was last raised. A test run holds what was reached, so
 * that nothing is lost on the way to the promise; `NMC_PROMISES=1` holds the promises themselves.
 */
export const FIGURES = {
  "life recall": { promised: 0.99, reached: 0.945, mostAllowed: false },
  "false life": { promised: 0.02, reached: 0.02, mostAllowed: true },
  "stop recall": { promised: 0.99, reached: 0.98, mostAllowed: false },
  "false stop": { promised: 0.01, reached: 0.01, mostAllowed: true },
  time: { promised: 0.95, reached: 0.945, mostAllowed: false },
  intent: { promised: 0.95, reached: 0.94, mostAllowed: false },
  address: { promised: 0.95, reached: 0.905, mostAllowed: false },
  money: { promised: 0.95, reached: 0.95, mostAllowed: false },
  name: { promised: 0.95, reached: 0.95, mostAllowed: false },
} as const satisfies Record<string, { promised: number; reached: number; mostAllowed: boolean }>;

export type FigureName = keyof typeof FIGURES;
