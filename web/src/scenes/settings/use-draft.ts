import { useState } from "react";

/** What is being edited, beside what is saved. */
export function useDraft<Value extends object>(saved: Value) {
  const [draft, setDraft] = useState(saved);
  const change = (fields: Partial<Value>) => setDraft((now) => ({ ...now, ...fields }));
  const isChanged = JSON.stringify(draft) !== JSON.stringify(saved);
  return { draft, change, isChanged, discard: () => setDraft(saved) };
}
