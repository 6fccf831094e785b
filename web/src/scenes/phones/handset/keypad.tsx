const keys = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#"];
const letters: Record<string, string> = {
  "2": "ABC",
  "3": "DEF",
  "4": "GHI",
  "5": "JKL",
  "6": "MNO",
  "7": "PQRS",
  "8": "TUV",
  "9": "WXYZ",
  "0": "+",
};

/** The twelve keys. */
export const Keypad = ({ onPress }: { onPress: (key: string) => void }) => (
  <div className="mx-auto grid w-fit grid-cols-3 gap-x-5 gap-y-2">
    {keys.map((key) => (
      <button
        key={key}
        type="button"
        onClick={() => onPress(key)}
        className="flex size-12 flex-col items-center justify-center rounded-full bg-surface-hover transition-colors hover:bg-surface-selected active:bg-hairline lg:size-14"
      >
        <span className="text-title leading-5">{key}</span>
        <span aria-hidden className="h-3 text-[9px] leading-3 tracking-widest text-ink-faint">
          {letters[key]}
        </span>
      </button>
    ))}
  </div>
);
