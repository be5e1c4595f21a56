import { eventHue } from './hue.ts';

/** Where the poster stands: the title set large on the event's tint. Named by the heading beside it, so hidden here. */
export function PosterBlock({
  slug,
  title,
  gone = false,
  className = '',
}: {
  slug: string;
  title: string;
  gone?: boolean;
  className?: string;
}) {
  return (
    <div
      aria-hidden="true"
      style={{ '--hue': eventHue(slug) }}
      className={`tinted @container flex aspect-[4/5] items-end overflow-hidden rounded-[2px] bg-tint-field text-tint-ink ${gone ? 'opacity-80 grayscale' : ''} ${className}`}
    >
      <span
        className={`display p-[7cqw] leading-[0.92] [font-stretch:70%] ${title.length > 28 ? 'text-[11cqw]' : 'text-[15cqw]'}`}
      >
        {title}
      </span>
    </div>
  );
}
