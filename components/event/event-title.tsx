import { Link } from '#lib/i18n/navigation.ts';
import { softHyphens } from '#lib/soft-hyphens.ts';

/**
 * The title of an event among others. Its link covers whatever `group relative` lies around it, and is named by the
 * title alone.
 */
export function EventTitle({
  event: { slug, title, language },
  className,
}: {
  event: { slug: string; title: string; language: string };
  /** Its size. */
  className: string;
}) {
  return (
    <h3
      lang={language}
      className={`decoration-2 underline-offset-4 group-hover:underline group-has-[a:focus-visible]:underline ${className}`}
    >
      <Link
        prefetch={false}
        href={{ pathname: '/events/[slug]', params: { slug } }}
        className="outline-none after:absolute after:inset-0 after:rounded-[2px] focus-visible:after:outline-3 focus-visible:after:outline-offset-4 focus-visible:after:outline-focus"
      >
        {softHyphens(title, language)}
      </Link>
    </h3>
  );
}
