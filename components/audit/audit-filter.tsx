import { useMessages, useTranslations } from 'next-intl';
import { buttonClass } from '../ui/button.tsx';
import { useActionWords } from './action-words.ts';
import { wordFor } from './word-for.ts';

const box =
  'h-11 min-w-0 rounded border-[1.5px] border-field-line bg-field px-3 text-15 hover:border-ink ' +
  'focus:outline-3 focus:outline-offset-1 focus:outline-focus';

export type ShownFilters = { who: string; action: string; from: string; until: string };

// messages: audit.about.*
/** Narrows the log by person, deed and days: a plain form, so the address says what is shown. */
export function AuditFilter({
  filters,
  people,
  actions,
  words,
  hidden = {},
  clear,
}: {
  filters: ShownFilters;
  /** Who may be chosen besides those who are no person. */
  people: readonly { value: string; label: string }[];
  actions: readonly string[];
  /** What was typed to find somebody or something by; undefined for a log that is not searched. */
  words?: string | undefined;
  hidden?: Record<string, string>;
  /** Where everything is shown again; null when nothing is narrowed. */
  clear: string | null;
}) {
  const t = useTranslations('audit');
  const buttons = useTranslations('dashboard.filter');
  const { audit } = useMessages();
  const say = useActionWords();
  const objects = [...new Set(actions.map((action) => action.split('.')[0] ?? ''))];
  return (
    <search>
      <form className="flex flex-wrap items-center gap-2">
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {words === undefined ? null : (
          <div className="w-full">
            <input
              type="search"
              name="q"
              defaultValue={words}
              placeholder={t('filter.words')}
              aria-label={t('filter.words')}
              maxLength={100}
              className={`${box} w-full tablet:max-w-[488px]`}
            />
          </div>
        )}
        <select
          name="who"
          defaultValue={filters.who}
          aria-label={t('filter.person')}
          className={`${box} w-full tablet:w-auto tablet:max-w-60`}
        >
          <option value="">{t('filter.anyone')}</option>
          {people.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
          <option value="guest">{t('actor.guest')}</option>
          <option value="system">{t('actor.system')}</option>
          <option value="stripe">{t('actor.stripe')}</option>
        </select>
        <select
          name="action"
          defaultValue={filters.action}
          aria-label={t('filter.action')}
          className={`${box} w-full tablet:w-auto tablet:max-w-60`}
        >
          <option value="">{t('filter.anything')}</option>
          {objects.map((object) => (
            <optgroup key={object} label={wordFor(audit.about, object) ?? object}>
              {actions
                .filter((action) => action.startsWith(`${object}.`))
                .map((action) => (
                  <option key={action} value={action}>
                    {say(action)}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
        {(['from', 'until'] as const).map((end) => (
          <label key={end} className="flex grow items-center gap-2 text-15 tablet:grow-0">
            {t(`filter.${end}`)}
            <input
              type="date"
              name={end}
              defaultValue={filters[end]}
              min="2020-01-01"
              max="2100-12-31"
              className={`${box} grow`}
            />
          </label>
        ))}
        <button type="submit" className={buttonClass({ variant: 'line', size: 'small' })}>
          {buttons('apply')}
        </button>
        {clear ? (
          <a href={clear} className="link flex min-h-11 items-center px-2 text-15">
            {buttons('clear')}
          </a>
        ) : null}
      </form>
    </search>
  );
}
