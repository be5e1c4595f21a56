import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { pictureProblem } from '#app/picture-problem.ts';
import { DeviceList } from '#components/account/device-list.tsx';
import { EmailWay } from '#components/account/email-way.tsx';
import { OwnData } from '#components/account/own-data.tsx';
import { PasswordForm } from '#components/account/password-form.tsx';
import { PictureForm } from '#components/account/picture-form.tsx';
import { ProfileForm } from '#components/account/profile-form.tsx';
import { Section, Sections } from '#components/account/sections.tsx';
import { ClientMessages } from '#components/site/client-messages.tsx';
import { DoneNotice } from '#components/ui/done-notice.tsx';
import { readProfile } from '#lib/accounts/edit-profile.ts';
import { myEmailChange } from '#lib/accounts/email-change.ts';
import { listMySessions } from '#lib/accounts/my-sessions.ts';
import { PASSWORD_MIN } from '#lib/accounts/register.schema.ts';
import { deviceName } from '#lib/auth/device-name.ts';
import { currentAccount } from '#lib/auth/session.ts';
import { getPathname } from '#lib/i18n/navigation.ts';
import type { Locale } from '#lib/i18n/routing.ts';
import { LARGEST_PICTURE } from '#lib/media/picture-path.ts';
import { formatTime } from '#lib/time.ts';
import { zoneChoices } from '#lib/time-zones.ts';
import {
  changeEmailAction,
  changePasswordAction,
  editProfileAction,
  endSessionAction,
  withdrawEmailChangeAction,
} from './actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account');
  return { title: t('title'), robots: { index: false } };
}

/** What somebody may change about themselves, and where they are signed in. */
export default async function AccountPage({
  searchParams,
}: {
  searchParams: Promise<Record<'export' | 'picture' | 'done', string | string[] | undefined>>;
}) {
  const [account, locale, query] = await Promise.all([currentAccount(), getLocale(), searchParams]);
  const later = query.export === 'later';
  if (!account) {
    const next = getPathname({ href: '/account', locale });
    redirect(`${getPathname({ href: '/sign-in', locale })}?${new URLSearchParams({ next })}`);
  }
  const [profile, change, sessions, pictureAnswer, t, auth, errors] = await Promise.all([
    readProfile(account.actor),
    myEmailChange(account.actor),
    listMySessions(account.actor),
    answerAbout(query.picture, locale),
    getTranslations('account'),
    getTranslations('auth'),
    getTranslations('errors'),
  ]);
  const when = (instant: Date) => formatTime(instant, profile.timezone ?? 'UTC', locale, 'dayTime');
  const { marketing } = profile;
  const done = {
    password: t('password.saved'),
    device: t('devices.endedOne'),
    devices: t('devices.ended'),
  }[String(query.done)];
  const passwordWords = {
    show: auth('show'),
    hide: auth('hide'),
    showTyped: auth('showTyped'),
    hideTyped: auth('hideTyped'),
  };
  return (
    <main id="content" className="wrap pb-24">
      <h1 className="display-t5 pt-6">{t('title')}</h1>
      <p className="mt-2 mb-10 text-ink-2 [overflow-wrap:anywhere]">{t('lead', { email: profile.email })}</p>
      {done ? (
        <div className="mb-10 max-w-[62ch]">
          <DoneNotice key={done} title={done} />
        </div>
      ) : null}
      <Sections here="account" devices={sessions.length} admin={account.actor.role === 'admin'}>
        <ClientMessages namespaces={['account']}>
          <Section id="profile" title={t('profile.title')}>
            <div id="picture" className="mb-8 scroll-mt-6">
              <PictureForm
                name={account.name}
                picture={account.picture}
                send={`/api/account/picture?locale=${locale}`}
                remove={`/api/account/picture/remove?locale=${locale}`}
                most={LARGEST_PICTURE}
                words={{ tooLarge: errors('picture_too_large'), unknown: errors('picture_unknown') }}
                answer={pictureAnswer}
              />
            </div>
            <ProfileForm
              action={editProfileAction}
              before={{
                name: profile.name,
                locale: profile.locale,
                timezone: profile.timezone ?? '',
                marketing: marketing?.given ?? false,
              }}
              zones={zoneChoices(profile.timezone, new Date()).map(({ region, zones }) => ({
                // messages: account.profile.region.*
                region: t(`profile.region.${region ?? 'other'}`),
                zones,
              }))}
              languages={(['en', 'de'] as const).map((code) => ({
                code,
                name: new Intl.DisplayNames(code, { type: 'language' }).of(code) ?? code,
              }))}
              marketingSince={
                marketing
                  ? t(marketing.given ? 'profile.yesSince' : 'profile.noSince', { when: when(marketing.at) })
                  : null
              }
            />
          </Section>
          <Section id="ways-in" title={t('waysIn.title')} text={t('waysIn.text')}>
            <EmailWay
              email={profile.email}
              change={change && { ...change, until: when(change.expiresAt) }}
              actions={{ ask: changeEmailAction, withdraw: withdrawEmailChangeAction }}
              hasPassword={profile.hasPassword}
              field={passwordWords}
            />
            <PasswordForm
              action={changePasswordAction}
              hasPassword={profile.hasPassword}
              hint={auth('passwordHint', { minimum: PASSWORD_MIN })}
              field={passwordWords}
            />
          </Section>
        </ClientMessages>
        <Section id="devices" title={t('devices.title')} text={t('devices.text')}>
          <DeviceList
            end={endSessionAction}
            devices={sessions.map((session) => ({
              id: session.id,
              name: deviceName(session.userAgent) ?? t('devices.unknown'),
              since: when(session.createdAt),
              seen: when(session.lastSeenAt),
              current: session.current,
            }))}
          />
        </Section>
        <OwnData exportAt={getPathname({ href: '/account/export', locale })} later={later} />
      </Sections>
    </main>
  );
}

/** What came of a form about the picture, as the address says. */
async function answerAbout(code: string | string[] | undefined, locale: Locale) {
  if (typeof code !== 'string') return null;
  const t = await getTranslations('account.picture');
  if (code === 'changed') return { kind: 'done' as const, message: t('changed') };
  if (code === 'removed') return { kind: 'done' as const, message: t('removed') };
  const message = await pictureProblem(code, locale);
  return message === null ? null : { kind: 'refused' as const, message };
}
