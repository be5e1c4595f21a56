/** Of a picture that is kept in several sizes: the browser takes the one that fits. */
export type Picture = { src: string; srcSet: string };

const looks = {
  /** In a line of text. */
  small: { pixels: 28, box: 'size-7', type: 'text-[0.6875rem]' },
  /** Beside two lines. */
  normal: { pixels: 44, box: 'size-11', type: 'text-15' },
  large: { pixels: 128, box: 'size-32', type: 'display-t5' },
};

/** Somebody's picture, or the letters their name begins with. Without `alt` the name stands beside it. */
export function Monogram({
  name,
  picture,
  size = 'normal',
  alt = '',
}: {
  name: string;
  picture: Picture | null;
  size?: keyof typeof looks;
  alt?: string;
}) {
  const { pixels, box, type } = looks[size];
  if (picture)
    return (
      <img
        {...picture}
        sizes={`${pixels}px`}
        alt={alt}
        width={pixels}
        height={pixels}
        className={`${box} flex-none rounded bg-paper-2 object-cover`}
      />
    );
  return (
    <span
      aria-hidden="true"
      className={`${box} ${type} grid flex-none place-items-center rounded bg-paper-2 font-[650] text-ink-2 select-none`}
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
