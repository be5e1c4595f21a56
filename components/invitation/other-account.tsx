import { useLocale, useTranslations } from 'next-intl';
import { buttonClass } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

/** Says plainly that somebody is logged in with another address than the invited one, and offers to switch. */
export function OtherAccount({
  name,
  mine,
  email,
  back,
}: {
  name: string;
  /** The address they are logged in with. */
  mine: string;
  /** The one that was invited. */
  email: string;
  /** Where to come back to. */
  back: string;
}) {
  const t = useTranslations('invitation.other');
  const locale = useLocale();
  return (
    <>
      <Notice kind="warn" title={t('title')}>
        <p className="[overflow-wrap:anywhere]">{t('text', { name, mine, email })}</p>
      </Notice>
      <form method="post" action="/api/auth/sign-out">
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="next" value={back} />
        <button type="submit" className={buttonClass({ size: 'big', wide: true })}>
          {t('switch')}
        </button>
      </form>
    </>
  );
}
