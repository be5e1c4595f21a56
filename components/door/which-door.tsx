import { useTranslations } from 'next-intl';

/** Asks once what this device's door is called. It stands on every check-in, so that "already in" can say where. */
export function WhichDoor({
  slug,
  title,
  language,
  current,
  known,
  action,
}: {
  slug: string;
  title: string;
  /** Of the title. */
  language: string;
  /** What it has been called so far. */
  current: string | null;
  /** What doors here have been called lately. */
  known: readonly string[];
  action: (data: FormData) => Promise<void>;
}) {
  const t = useTranslations('door.which');
  const names = known.length > 0 ? known : [t('main')];
  return (
    <main id="content" className="mx-auto grid w-full max-w-[560px] gap-6 px-5 pt-6 pb-16">
      <a
        href="/door"
        lang={language}
        className="inline-flex min-h-11 items-center text-15 text-door-ink-2 [overflow-wrap:anywhere] underline underline-offset-4"
      >
        {title}
      </a>
      <div>
        <h1 className="display-t5">{t('title')}</h1>
        <p className="mt-3 text-17 text-door-ink-2">{t('text')}</p>
      </div>
      <ul className="grid gap-2.5">
        {names.map((name) => (
          <li key={name}>
            <form action={action}>
              <input type="hidden" name="event" value={slug} />
              <button
                type="submit"
                name="door"
                value={name}
                className="door-button door-button-filled w-full"
              >
                {name}
              </button>
            </form>
          </li>
        ))}
      </ul>
      <form action={action} className="grid grid-cols-[1fr_auto] items-end gap-2.5">
        <input type="hidden" name="event" value={slug} />
        <label htmlFor="door" className="col-span-full -mb-1 text-15 font-semibold">
          {t('other')}
        </label>
        <input
          id="door"
          name="door"
          required
          maxLength={60}
          autoComplete="off"
          defaultValue={current ?? ''}
          className="door-field"
        />
        <button type="submit" className="door-button">
          {t('use')}
        </button>
      </form>
    </main>
  );
}
