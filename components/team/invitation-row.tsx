import { useLocale, useTranslations } from 'next-intl';
import { formatTime } from '#lib/time.ts';
import { Status } from '../ui/status.tsx';
import type { FormAction } from '../ui/use-form-action.ts';
import { InvitationTools } from './invitation-tools.tsx';
import type { ShownRole } from './member-row.tsx';

export type ShownInvitation = {
  id: string;
  email: string;
  role: ShownRole;
  expiresAt: Date;
  expired: boolean;
};

// messages: team.role.*
/** One invitation that waits: to whom, as what, how long, and what can be done about it. */
export function InvitationRow({
  invitation,
  organizer,
  timezone,
  tools,
}: {
  invitation: ShownInvitation;
  /** The organizer's slug. */
  organizer: string;
  timezone: string;
  /** Null for whoever may only look. */
  tools: { resend: FormAction; withdraw: FormAction } | null;
}) {
  const t = useTranslations('team');
  const locale = useLocale();
  const { id, email, role, expiresAt, expired } = invitation;
  return (
    <li className="grid gap-x-5 gap-y-1 py-3 tablet:grid-cols-[minmax(0,1fr)_112px_auto] tablet:items-center">
      <div className="min-w-0">
        <p className="font-[620] [overflow-wrap:anywhere]">{email}</p>
        <p className="text-15 text-ink-2">
          {expired ? (
            <Status shape="hourglass" tone="warn">
              {t('open.expired')}
            </Status>
          ) : (
            t('open.until', { date: formatTime(expiresAt, timezone, locale, 'dayTime') })
          )}
        </p>
      </div>
      <p className="text-15">{t(`role.${role}`)}</p>
      {tools ? <InvitationTools about={{ organizer, invitation: id, email }} {...tools} /> : null}
    </li>
  );
}
