import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DashboardFrame } from '#components/dashboard/frame.tsx';
import { ClientMessages } from '#components/site/client-messages.tsx';
import { InvitationRow } from '#components/team/invitation-row.tsx';
import { InviteForm } from '#components/team/invite-form.tsx';
import { MemberRow } from '#components/team/member-row.tsx';
import { LeaveTools, MemberTools } from '#components/team/member-tools.tsx';
import { RoleList } from '#components/team/role-list.tsx';
import { DoneNotice } from '#components/ui/done-notice.tsx';
import { may } from '#lib/auth/policy.ts';
import { roleSummaries } from '#lib/auth/role-summary.ts';
import { database } from '#lib/database.ts';
import { pictureSources } from '#lib/media/picture-path.ts';
import { listInvitations } from '#lib/organizers/list-invitations.ts';
import { listMembers } from '#lib/organizers/list-members.ts';
import type { SearchParams } from '../../list-query.ts';
import { organizerPage, organizerTitle } from '../../organizer-page.ts';
import {
  changeRoleAction,
  inviteAction,
  leaveAction,
  removeMemberAction,
  resendAction,
  withdrawAction,
} from './actions.ts';

type Props = { params: Promise<{ organizer: string }>; searchParams: SearchParams };

const DONE = ['role', 'removed', 'invited', 'resent', 'withdrawn', 'joined'] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return organizerTitle((await params).organizer, 'team');
}

/** Who works here and as what. Whoever may not see the others sees what their own role is, and the way out. */
export default async function TeamPage({ params, searchParams }: Props) {
  const [{ organizer: slug }, query] = await Promise.all([params, searchParams]);
  const { account, organizer, frame } = await organizerPage(slug, 'team', `/dashboard/${slug}/team`);
  const { actor } = account;
  const timezone = account.timezone ?? 'UTC';
  const target = { organizerId: organizer.id };
  const sees = may(actor, 'members.list', target);
  const [members, invitations, t] = await Promise.all([
    sees ? listMembers(database(), actor, organizer.id) : null,
    sees ? listInvitations(database(), actor, organizer.id) : [],
    getTranslations('team'),
  ]);
  const done = DONE.find((one) => one === query.done);
  const about = (userId: string, name: string) => ({ organizer: slug, userId, name });
  const leave = may(actor, 'member.leave', target) ? (
    <LeaveTools about={about(actor.userId, account.name)} organizer={organizer.name} leave={leaveAction} />
  ) : null;
  const invites = may(actor, 'member.invite', target);
  const changes = may(actor, 'member.change', target) && may(actor, 'member.remove', target);
  return (
    <DashboardFrame {...frame}>
      <main id="content" className="min-w-0 px-(--margin) pt-6 pb-16 desk:px-8">
        <h1 className="display-t4">{t('title')}</h1>
        {done ? (
          <div className="mt-5 max-w-[680px]">
            <DoneNotice title={t(`done.${done}`)} />
          </div>
        ) : null}
        <ClientMessages namespaces={['team']}>
          <div
            className={
              invites ? 'desk:grid desk:grid-cols-[minmax(0,880px)_348px] desk:gap-12' : 'max-w-[880px]'
            }
          >
            <div className="min-w-0">
              {members ? (
                <ul className="rows mt-5 border-y-[1.5px] border-y-rule">
                  {members.map((member) => {
                    const isReader = member.userId === actor.userId;
                    return (
                      <MemberRow
                        key={member.userId}
                        member={{ ...member, picture: pictureSources(member.pictureId) }}
                        timezone={timezone}
                        isReader={isReader}
                      >
                        {isReader ? leave : null}
                        {!isReader && changes ? (
                          <MemberTools
                            about={about(member.userId, member.name)}
                            role={member.role}
                            change={changeRoleAction}
                            remove={removeMemberAction}
                          />
                        ) : null}
                      </MemberRow>
                    );
                  })}
                </ul>
              ) : (
                <div className="mt-5 border-t-[1.5px] border-rule pt-4">
                  <p>
                    <span className="text-ink-2">{t('mine')}</span>{' '}
                    <span className="font-[620]">
                      {frame.place.role === 'admin' ? null : t(`role.${frame.place.role}`)}
                    </span>
                  </p>
                  {leave}
                </div>
              )}
              {invitations.length > 0 ? (
                <section aria-labelledby="open" className="mt-10">
                  <h2 id="open" className="section-head display-t3">
                    {t('open.title')}
                  </h2>
                  <ul className="rows mt-2 border-b border-hairline">
                    {invitations.map((invitation) => (
                      <InvitationRow
                        key={invitation.id}
                        invitation={invitation}
                        organizer={slug}
                        timezone={timezone}
                        tools={invites ? { resend: resendAction, withdraw: withdrawAction } : null}
                      />
                    ))}
                  </ul>
                </section>
              ) : null}
            </div>
            {invites ? (
              <section
                aria-labelledby="invite"
                className="mt-10 border-t-[1.5px] border-rule pt-3.5 desk:mt-5"
              >
                <h2 id="invite" className="display-t3">
                  {t('invite.title')}
                </h2>
                <p className="mt-1.5 mb-5 text-15 text-ink-2">{t('invite.text')}</p>
                <InviteForm action={inviteAction} organizer={slug} />
              </section>
            ) : null}
          </div>
        </ClientMessages>
        <section aria-labelledby="roles" className="mt-14 max-w-[1276px]">
          <h2 id="roles" className="section-head display-t4">
            {t('roles')}
          </h2>
          <div className="mt-6">
            <RoleList
              mine={frame.place.role}
              roles={roleSummaries(frame.place.role).map(({ role, includes, actions }) => ({
                role,
                includes,
                may: actions.map((action) => t(`may.${action}`)),
              }))}
            />
          </div>
          <p className="mt-6 text-15 text-ink-2">{t('suspendedRoles')}</p>
        </section>
      </main>
    </DashboardFrame>
  );
}
