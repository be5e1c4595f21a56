import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { EraseForm } from '#components/account/erase-form.tsx';
import { EraseWays } from '#components/account/erase-ways.tsx';
import { RequestErasureForm } from '#components/account/request-erasure-form.tsx';
import { ClientMessages } from '#components/site/client-messages.tsx';
import { buttonClass } from '#components/ui/button.tsx';
import { findRequest } from '#lib/accounts/account-request.ts';
import { readErasure } from '#lib/accounts/read-erasure.ts';
import { Link } from '#lib/i18n/navigation.ts';
import { sender } from '../sender.ts';
import { eraseAccountAction, requestErasureAction } from './actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('privacy.erase');
  return { title: t('title'), robots: { index: false }, referrer: 'same-origin' };
}

type Search = Promise<{ key?: string | string[] }>;

/** The key of a letter, while it can be used. An action that has just used it draws its page again, and keeps the form. */
async function keyOf(search: Search): Promise<{ key: string; over: boolean }> {
  const { key } = await search;
  if (typeof key !== 'string') return { key: '', over: false };
  const usable = (await findRequest('erase_account', key))?.usable === true;
  return usable || (await headers()).has('next-action') ? { key, over: false } : { key: '', over: true };
}

/** Where somebody goes for good: what goes, what stays, and the form that does it. */
export default async function DeleteAccountPage({ searchParams }: { searchParams: Search }) {
  const { key, over } = await keyOf(searchParams);
  const query = key === '' ? '' : `?${new URLSearchParams({ key })}`;
  const actor = await sender('/account/delete', query);
  const [erasure, t, auth] = await Promise.all([
    readErasure(actor),
    getTranslations('privacy.erase'),
    getTranslations('auth'),
  ]);
  const stuck = erasure.needing.length > 0 || erasure.lastAdmin;
  return (
    <main id="content" className="wrap pb-24">
      <h1 className="display-t5 pt-6">{t('title')}</h1>
      <p className="lead mt-3 mb-10 max-w-[52ch]">{t('lead')}</p>
      <EraseWays erasure={erasure} stuck={stuck} />
      {stuck ? null : (
        <ClientMessages namespaces={['privacy']}>
          {erasure.hasPassword || key !== '' ? (
            <EraseForm
              action={eraseAccountAction}
              email={erasure.email}
              letterKey={key}
              keep={
                <Link href="/account" className={buttonClass({ variant: 'line' })}>
                  {t('form.keep')}
                </Link>
              }
              field={{
                show: auth('show'),
                hide: auth('hide'),
                showTyped: auth('showTyped'),
                hideTyped: auth('hideTyped'),
              }}
            />
          ) : (
            <RequestErasureForm action={requestErasureAction} email={erasure.email} over={over} />
          )}
        </ClientMessages>
      )}
    </main>
  );
}
