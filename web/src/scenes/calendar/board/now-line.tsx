/** Where the day stands. */
export const NowLine = ({ top }: { top: number }) => (
  <div aria-hidden className="pointer-events-none absolute inset-x-0 z-10 h-px bg-ink" style={{ top }}>
    <span className="absolute -top-[3px] -left-[3px] size-[7px] rounded-full bg-ink" />
  </div>
);
