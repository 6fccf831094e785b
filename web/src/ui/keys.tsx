/** Keys to press one after the other, separated by spaces: "g i". */
export function Keys({ keys }: { keys: string }) {
  return (
    <span className="inline-flex gap-1">
      {keys.split(" ").map((key) => (
        <kbd
          key={key}
          className="inline-grid h-4 min-w-4 place-items-center rounded-sm border border-current/30 px-1 font-sans text-micro text-current"
        >
          {key}
        </kbd>
      ))}
    </span>
  );
}
