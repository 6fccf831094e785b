import type { Carrier } from "../../ground/carrier.ts";

/** How long missed calls waited for their texts: from the last answer to the call's webhooks to the carrier's taking the text. */
export type TextWaits = {
  /** Whatever the carrier says of the call has been answered now. */
  told(from: string): void;
  /** In milliseconds, one for each text. */
  waits(): number[];
};

export function watchTexts({ simulator }: Carrier): TextWaits {
  const toldAt = new Map<string, number>();
  const takenAt = new Map<string, number>();
  simulator.world.feed.on(({ type, data }) => {
    if (type === "message.created") takenAt.set(String(data["to"]), performance.now());
  });
  return {
    told(from) {
      toldAt.set(from, performance.now());
    },
    waits: () => [...takenAt].map(([to, at]) => Math.max(0, at - (toldAt.get(to) ?? at))),
  };
}
