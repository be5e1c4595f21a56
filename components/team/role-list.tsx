import { useTranslations } from 'next-intl';
import type { ShownRole } from './member-row.tsx';

export type ShownSummary = {
  role: ShownRole;
  /** All that this role may is said by naming it. */
  includes: ShownRole | null;
  /** In words. */
  may: readonly string[];
};

// messages: team.role.*, team.about.*
/** Who each role is for and what it may do, in words. */
export function RoleList({
  mine,
  roles,
}: {
  /** The reader's own. */
  mine: ShownRole | 'admin';
  roles: readonly ShownSummary[];
}) {
  const t = useTranslations('team');
  return (
    <div className="grid gap-x-6 gap-y-8 tablet:grid-cols-2 desk:grid-cols-4">
      {roles.map(({ role, includes, may }) => (
        <section key={role} aria-labelledby={`may-${role}`} className="border-t border-hairline pt-3">
          <h3 id={`may-${role}`} className="display-t3">
            {t(`role.${role}`)}
            {role === mine ? <span className="text-15 font-[450] text-ink-2"> ({t('yours')})</span> : null}
          </h3>
          <p className="mt-1 text-15 text-ink-2">{t(`about.${role}`)}</p>
          {includes ? <p className="mt-3 text-15">{t('includes', { role: includes })}</p> : null}
          <ul className="mt-2 list-disc ps-5 text-15 marker:text-ink-3">
            {may.map((words) => (
              <li key={words} className="py-0.5">
                {words}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
