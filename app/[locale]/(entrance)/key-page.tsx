import { headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { AuthPage } from '#components/auth/auth-page.tsx';
import { buttonClass } from '#components/ui/button.tsx';
import { findRequest, type RequestKind } from '#lib/accounts/account-request.ts';
import { Link } from '#lib/i18n/navigation.ts';

export type KeySearch = Promise<{ key?: string | string[] }>;

/**
 * The key in a page's address, while what it was sent for can still be done; null when it cannot. Spends nothing. An
 * action that has just used it draws its page again: that keeps the form, whose answer then leads on.
 */
export async function keyIn(
  kind: RequestKind,
  search: KeySearch,
): Promise<{ key: string; email: string } | null> {
  const { key } = await search;
  if (typeof key !== 'string') return null;
  const request = await findRequest(kind, key);
  const answering = (await headers()).has('next-action');
  return request && (request.usable || answering) ? { key, email: request.email } : null;
}

/** What stands where a key has been used, or is too old, and where to get another one. */
export async function KeyIsOver({ again }: { again: '/sign-up' | '/sign-in/link' | '/forgot-password' }) {
  const t = await getTranslations('auth.over');
  return (
    <AuthPage title={t('title')} lead={t('text')}>
      <Link href={again} className={buttonClass({ wide: true })}>
        {t('again')}
      </Link>
      <Link href="/sign-in" className="link inline-flex min-h-11 items-center">
        {t('signIn')}
      </Link>
    </AuthPage>
  );
}
