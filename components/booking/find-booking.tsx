import { useTranslations } from 'next-intl';
import { Link } from '#lib/i18n/navigation.ts';
import { buttonClass } from '../ui/button.tsx';

/** Looks through one's bookings by their words: a plain form, so the address says what is shown. */
export function FindBooking({ words }: { words: string }) {
  const t = useTranslations('booking.list.search');
  return (
    <search>
      <form className="flex flex-wrap items-center gap-2">
        <input
          type="search"
          name="q"
          defaultValue={words}
          maxLength={100}
          placeholder={t('placeholder')}
          aria-label={t('label')}
          className="h-11 min-w-0 grow rounded border-[1.5px] border-field-line bg-field px-3 text-15 hover:border-ink focus:outline-3 focus:outline-offset-1 focus:outline-focus tablet:w-72 tablet:grow-0"
        />
        <button type="submit" className={buttonClass({ variant: 'line', size: 'small' })}>
          {t('submit')}
        </button>
        {words === '' ? null : (
          <Link href="/bookings" className="link inline-flex min-h-11 items-center px-2 text-15">
            {t('clear')}
          </Link>
        )}
      </form>
    </search>
  );
}
