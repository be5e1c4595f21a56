import { useTranslations } from 'next-intl';
import type { FieldErrors } from 'react-hook-form';
import type { StartPaymentInput } from '#lib/payments/start-payment.schema.ts';
import { Notice } from '../ui/notice.tsx';
import { fieldIds } from './use-typed-values.ts';

/** How many fields are wrong, each by its name and with the way there. Nothing where none is. */
export function FieldProblems({
  errors,
  tickets,
  same,
}: {
  errors: FieldErrors<StartPaymentInput>;
  /** In ticket order. */
  tickets: readonly { ticketType: string }[];
  /** The first ticket's name is the buyer's, and put right there. */
  same: boolean;
}) {
  const t = useTranslations('checkout');
  const found = [
    { wrong: errors.buyerName, id: fieldIds.buyerName, label: t('fullName') },
    { wrong: errors.buyerEmail, id: fieldIds.buyerEmail, label: t('email') },
    ...tickets.flatMap(({ ticketType }, index) => [
      {
        wrong: same && index === 0 ? undefined : errors.attendees?.[index]?.name,
        id: fieldIds.attendeeName(index),
        label: t('ticketName', { number: index + 1, ticketType }),
      },
      {
        wrong: errors.attendees?.[index]?.email,
        id: fieldIds.attendeeEmail(index),
        label: t('errors.ticketEmail', { number: index + 1 }),
      },
    ]),
    { wrong: errors.acceptTerms, id: fieldIds.terms, label: t('errors.termsOfSale') },
  ].filter(({ wrong }) => wrong !== undefined);
  if (found.length === 0) return null;
  return (
    <Notice kind="bad" title={t('errors.summary', { count: found.length })}>
      <ul className="mt-1 flex flex-wrap gap-x-6">
        {found.map(({ id, label }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              className="inline-flex min-h-11 items-center underline underline-offset-[3px] hover:decoration-2"
              onClick={(click) => {
                // The address stays as it is: a reload would jump here again.
                click.preventDefault();
                document.getElementById(id)?.focus();
              }}
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
