'use client';

import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import type { CheckoutActions } from './action-answers.ts';

// messages: errors.*

/** Put a promo code on the booking, or take it off. Says why one does not apply. */
export function PromoCode({
  applied,
  action,
}: {
  /** The code the booking has. */
  applied: string | null;
  action: CheckoutActions['applyPromoCode'];
}) {
  const t = useTranslations('checkout.promo');
  const words = useTranslations('errors');
  const [code, setCode] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();

  const send = (wanted: string | null) =>
    startTransition(async () => {
      const answer = await action(wanted);
      setError(answer.ok ? null : words(answer.code, answer.values));
      if (answer.ok) setCode('');
    });

  if (applied) {
    return (
      <p className="flex flex-wrap items-center justify-between gap-x-4 text-15" role="status">
        <span>{t('applied', { code: applied })}</span>
        <button type="button" className="link min-h-11" disabled={pending} onClick={() => send(null)}>
          {t('remove')}
        </button>
      </p>
    );
  }
  return (
    <details>
      <summary className="link flex min-h-11 list-none items-center text-15">{t('ask')}</summary>
      <form
        className="grid grid-cols-[1fr_auto] items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (code.trim()) send(code.trim());
        }}
      >
        <TextField
          id="promo-code"
          label={t('label')}
          value={code}
          onChange={(event) => setCode(event.target.value)}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={64}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? 'promo-code-problem' : undefined}
        />
        <Button type="submit" variant="line" className="h-[52px]" disabled={pending}>
          {t('apply')}
        </Button>
      </form>
      <p id="promo-code-problem" role="alert" className="mt-1.5 text-15 font-[560] text-bad empty:hidden">
        {error}
      </p>
    </details>
  );
}
