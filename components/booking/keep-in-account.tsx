import { useTranslations } from 'next-intl';
import { Link } from '#lib/i18n/navigation.ts';
import { buttonClass } from '../ui/button.tsx';

/** Offers a guest's booking a place in an account; says so where it has one. */
export function KeepInAccount({
  inAccount,
  signedIn,
  claimHref,
  signUpHref,
}: {
  inAccount: boolean;
  signedIn: boolean;
  claimHref: string;
  signUpHref: string;
}) {
  const t = useTranslations('booking');
  if (inAccount) {
    return signedIn ? (
      <p className="mt-8 border-t border-hairline pt-5 text-15">
        {t.rich('mine', {
          link: (words) => (
            <Link href="/bookings" className="link">
              {words}
            </Link>
          ),
        })}
      </p>
    ) : null;
  }
  return (
    <div className="no-print mt-8 border-t border-hairline pt-5">
      <p className="display-t3">{t('claim.title')}</p>
      <p className="mt-1 mb-4 text-15">{t('claim.text')}</p>
      <a className={buttonClass({ variant: 'line' })} href={signedIn ? claimHref : signUpHref}>
        {t(signedIn ? 'claim.claim' : 'claim.signUp')}
      </a>
    </div>
  );
}
