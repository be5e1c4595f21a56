/** Somebody's picture, or the letters their name begins with. The name stands beside it. */
export function Monogram({ name, picture }: { name: string; picture: string | null }) {
  if (picture)
    return <img src={picture} alt="" width={44} height={44} className="size-11 rounded object-cover" />;
  return (
    <span
      aria-hidden="true"
      className="grid size-11 place-items-center rounded bg-paper-2 text-15 font-[650] text-ink-2 select-none"
    >
      {initials(name)}
    </span>
  );
}

/** The first letter of the first and of the last word; of a name of one word the first alone. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return ends
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('')
    .toLocaleUpperCase();
}
