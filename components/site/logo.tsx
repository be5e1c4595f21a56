/** The house mark: an arched door, ajar. */
export function Logo() {
  return (
    <span className="flex items-center gap-2.5 font-display text-[27px] leading-none font-extrabold tracking-[-0.03em] [font-stretch:78%]">
      <svg viewBox="0 0 24 28" aria-hidden="true" className="h-7 w-6">
        <path d="M2 28V12a10 10 0 0 1 20 0v16z" fill="currentColor" />
        <path d="M12 28V9.5A6 6 0 0 1 18 15.5V28z" fill="var(--accent)" />
      </svg>
      Foyer
    </span>
  );
}
