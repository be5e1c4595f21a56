'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import type { FieldErrors, UseFormRegister, UseFormSetValue, UseFormWatch } from 'react-hook-form';
import type { StartPaymentInput } from '#lib/payments/start-payment.schema.ts';
import { CheckField, TextField } from '../ui/field.tsx';
import { useFieldWords } from './field-words.ts';
import { fieldIds } from './use-typed-values.ts';

/** A name for each ticket, and an address for whoever shall get theirs directly. */
export function AttendeeFields({
  tickets,
  same,
  onSame,
  register,
  setValue,
  watch,
  errors,
}: {
  /** In ticket order. */
  tickets: readonly { key: string; ticketTypeId: string; ticketType: string }[];
  /** The first ticket is the buyer's. */
  same: boolean;
  onSame: (same: boolean) => void;
  register: UseFormRegister<StartPaymentInput>;
  setValue: UseFormSetValue<StartPaymentInput>;
  watch: UseFormWatch<StartPaymentInput>;
  errors: FieldErrors<StartPaymentInput>;
}) {
  const t = useTranslations('checkout');
  const optional = useTranslations('common')('optional');
  const problem = useFieldWords();
  const buyerName = watch('buyerName');
  useEffect(() => {
    // The first ticket follows the buyer's name, whichever is typed or ticked first.
    if (same) setValue('attendees.0.name', buyerName, { shouldValidate: buyerName !== '' });
  }, [same, buyerName, setValue]);
  return (
    <div className="grid gap-5 tablet:grid-cols-2">
      {tickets.map((ticket, index) => {
        const first = index === 0;
        const error = errors.attendees?.[index];
        const label = t('ticketName', { number: index + 1, ticketType: ticket.ticketType });
        return (
          <div key={ticket.key} className="grid content-start gap-4">
            <input
              type="hidden"
              {...register(`attendees.${index}.ticketTypeId`)}
              value={ticket.ticketTypeId}
            />
            <TextField
              {...register(`attendees.${index}.name`)}
              id={fieldIds.attendeeName(index)}
              label={label}
              autoComplete="off"
              readOnly={first && same}
              // What follows the buyer's name is put right there.
              error={first && same ? undefined : problem(error?.name?.message, 'attendee')}
            />
            {first ? (
              <CheckField
                id={fieldIds.same}
                label={t('sameAsBuyer')}
                checked={same}
                onChange={(event) => onSame(event.target.checked)}
              />
            ) : (
              <TextField
                {...register(`attendees.${index}.email`)}
                id={fieldIds.attendeeEmail(index)}
                label={t('ticketEmail')}
                optional={optional}
                type="email"
                autoComplete="off"
                error={problem(error?.email?.message)}
              />
            )}
          </div>
        );
      })}
    </div>
  );
}
