import { useTranslations } from 'next-intl';

/** To whom an invitation went and how long it stands; and, for whoever wants to know, what one could do there. */
export function InvitationDetails({ facts, may }: { facts: string; may: readonly string[] }) {
  const t = useTranslations('invitation');
  return (
    <div className="border-y border-hairline text-15">
      <p className="py-3 text-ink-2 [overflow-wrap:anywhere]">{facts}</p>
      <details className="border-t border-hairline">
        <summary className="link flex min-h-11 items-center">{t('may')}</summary>
        <ul className="list-disc ps-5 pb-3 marker:text-ink-3">
          {may.map((words) => (
            <li key={words} className="py-0.5">
              {words}
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}
