import { eventHue } from './hue.ts';

/** Where the poster stands: the title set large on the event's tint. Named by the heading beside it, so hidden here. */
export function PosterBlock({
  slug,
  title,
  language,
  gone = false,
  low = false,
  colours = 'bg-tint-field text-tint-ink',
  className = '',
}: {
  slug: string;
  title: string;
  /** Of the title, a BCP 47 tag: it decides where a long word breaks. */
  language: string;
  /** Drawn grey: nobody gets in any more. */
  gone?: boolean;
  /** Leaves most of a phone's screen to what stands below it. */
  low?: boolean;
  colours?: string;
  className?: string;
}) {
  const long = title.length > 28;
  return (
    <div
      lang={language}
      aria-hidden="true"
      style={{ '--hue': eventHue(slug) }}
      className={`tinted @container flex aspect-[4/5] items-end overflow-hidden rounded-[2px] ${gone ? 'bg-hairline text-ink-2' : colours} ${low ? 'max-tablet:max-h-[30svh] max-tablet:w-full' : ''} ${className}`}
    >
      <span
        className={`display p-[7cqw] leading-[0.92] hyphens-auto! [font-stretch:70%] [hyphenate-limit-chars:12_5_5] ${long ? 'text-[11cqw]' : 'text-[15cqw]'} ${low ? (long ? 'max-tablet:text-[7cqw]' : 'max-tablet:text-[12cqw]') : ''}`}
      >
        {title}
      </span>
    </div>
  );
}
