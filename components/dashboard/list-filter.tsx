import { useTranslations } from 'next-intl';
import { buttonClass } from '../ui/button.tsx';

const box =
  'h-11 min-w-0 rounded border-[1.5px] border-field-line bg-field px-3 text-15 hover:border-ink ' +
  'focus:outline-3 focus:outline-offset-1 focus:outline-focus';

/** Narrows a list by words and a status: a plain form, so the address says what is shown. */
export function ListFilter({
  placeholder,
  text,
  status,
  statuses,
  hidden = {},
  clear,
}: {
  placeholder: string;
  text: string;
  status: string;
  statuses: { value: string; label: string }[];
  hidden?: Record<string, string>;
  /** Where everything is shown again; null when nothing is narrowed. */
  clear: string | null;
}) {
  const t = useTranslations('dashboard.filter');
  return (
    <search>
      <form className="flex flex-wrap items-center gap-2">
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <input
          type="search"
          name="q"
          defaultValue={text}
          placeholder={placeholder}
          aria-label={t('search')}
          className={`${box} w-full grow tablet:w-72 tablet:grow-0`}
        />
        <select
          name="status"
          defaultValue={status}
          aria-label={t('status')}
          className={`${box} grow tablet:grow-0`}
        >
          <option value="">{t('any')}</option>
          {statuses.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
        <button type="submit" className={buttonClass({ variant: 'line', size: 'small' })}>
          {t('apply')}
        </button>
        {clear ? (
          <a href={clear} className="link flex min-h-11 items-center px-2 text-15">
            {t('clear')}
          </a>
        ) : null}
      </form>
    </search>
  );
}
