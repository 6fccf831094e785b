const KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#"];

export function Keypad({ label, onPress }: { label: string; onPress: (digit: string) => void }) {
  return (
    <fieldset className="grid grid-cols-3 gap-2 border-0">
      <legend className="sr-only">{label}</legend>
      {KEYS.map((key) => (
        <button
          key={key}
          type="button"
          onClick={() => onPress(key)}
          className="grid size-14 place-items-center rounded-full bg-surface-selected text-title font-medium hover:bg-hairline"
        >
          {key}
        </button>
      ))}
    </fieldset>
  );
}
