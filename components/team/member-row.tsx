import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { formatTime } from '#lib/time.ts';
import { Monogram, type Picture } from '../ui/monogram.tsx';

export type ShownRole = 'owner' | 'manager' | 'box_office' | 'door';

export type ShownMember = {
  userId: string;
  name: string;
  email: string;
  /** Their picture; null for whoever has none. */
  picture: Picture | null;
  role: ShownRole;
  since: Date;
};

// messages: team.role.*
/** Where in the row stands what can be done about a member: at its end, or under it once it is opened. */
export const toolsClass =
  'col-start-2 tablet:col-start-5 tablet:text-end tablet:open:col-[2/-1] tablet:open:text-start';

/** One member: who, as what, since when, and at the end what can be done about it. */
export function MemberRow({
  member,
  timezone,
  isReader,
  children,
}: {
  member: ShownMember;
  timezone: string;
  isReader: boolean;
  children?: ReactNode;
}) {
  const t = useTranslations('team');
  const locale = useLocale();
  const { name, email, picture, role, since } = member;
  return (
    <li className="grid grid-cols-[44px_minmax(0,1fr)] items-start gap-x-4 gap-y-1 py-3.5 tablet:grid-cols-[44px_minmax(0,1fr)_112px_140px_88px] tablet:items-center tablet:gap-x-5">
      <Monogram name={name} picture={picture} />
      <div className="min-w-0">
        <p className="font-[620] [overflow-wrap:anywhere]">
          {name} {isReader ? <span className="font-[450] text-ink-2">({t('you')})</span> : null}
        </p>
        <p className="text-15 text-ink-2 [overflow-wrap:anywhere]">{email}</p>
      </div>
      <div className="col-start-2 flex flex-wrap gap-x-3 text-15 tablet:contents">
        <p>{t(`role.${role}`)}</p>
        <p className="text-ink-2">{t('since_date', { date: formatTime(since, timezone, locale, 'date') })}</p>
      </div>
      {children}
    </li>
  );
}
