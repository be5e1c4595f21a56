'use client';

import { Elements, PaymentElement, useElements, useStripe } from '@stripe/react-stripe-js';
import type { Appearance, Stripe } from '@stripe/stripe-js';
import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useState } from 'react';
import { Notice } from '../ui/notice.tsx';
import { loadStripe } from './load-stripe.ts';
import { NOT_AUTHENTICATED } from './not-authenticated.ts';

export type PaymentSetup = {
  publishableKey: string;
  /** Origin of the stand-in, or null for Stripe itself. */
  sandboxOrigin: string | null;
  /** As Stripe counts it. */
  amount: number;
  /** ISO 4217 in lower case. */
  currency: string;
};

/**
 * What came of paying: the bank's yes, its no in words, that it could not make sure who pays, or that its answer got lost
 * on the way.
 */
export type CardAnswer =
  | { kind: 'yes' }
  | { kind: 'no'; words: string }
  | { kind: 'unconfirmed' }
  | { kind: 'lost' };

/** What a form can do with the card that was typed. */
export type CardPayment = {
  /** Checks what was typed; the element shows what is wrong. */
  check: () => Promise<boolean>;
  /** Pays. Leaves the page where the bank wants to ask first. */
  confirm: (clientSecret: string, returnUrl: string) => Promise<CardAnswer>;
};

/** The page's colours, resolved, because the frame that shows the fields knows none of our variables. */
function appearance(): Appearance {
  const style = getComputedStyle(document.body);
  const probe = document.createElement('span');
  document.body.append(probe);
  const colour = (token: string) => {
    probe.style.color = `var(${token})`;
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    if (!canvas) return '#000000';
    canvas.fillStyle = getComputedStyle(probe).color;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
    return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  };
  const variables = {
    colorPrimary: colour('--accent'),
    colorBackground: colour('--field'),
    colorText: colour('--ink'),
    colorTextSecondary: colour('--ink-2'),
    colorDanger: colour('--bad'),
    fontFamily: style.fontFamily,
    fontSizeBase: '17px',
    borderRadius: '3px',
    spacingUnit: '5px',
  };
  probe.remove();
  // Labels as the fields beside have them.
  return { theme: 'stripe', variables, rules: { '.Label': { fontWeight: '600' } } };
}

/**
 * Stripe's payment element around a form. The intent comes later: Stripe knows nothing of holds that never pay. The tree
 * is the same before and after Stripe's script has come, so that nothing typed meanwhile is lost.
 */
export function CardFields({
  setup,
  children,
}: {
  setup: PaymentSetup;
  children: (card: CardPayment | null, fields: ReactNode) => ReactNode;
}) {
  const locale = useLocale();
  const [loaded, setLoaded] = useState<{ stripe: Stripe; appearance: Appearance } | 'failed' | null>(null);
  useEffect(() => {
    loadStripe(setup.publishableKey, setup.sandboxOrigin).then(
      (stripe) => setLoaded(stripe ? { stripe, appearance: appearance() } : 'failed'),
      () => setLoaded('failed'),
    );
  }, [setup.publishableKey, setup.sandboxOrigin]);
  useEffect(() => {
    // A phone that turns dark at sunset: the fields follow the page.
    const scheme = window.matchMedia('(prefers-color-scheme: dark)');
    const follow = () =>
      setLoaded((now) => (now && now !== 'failed' ? { ...now, appearance: appearance() } : now));
    scheme.addEventListener('change', follow);
    return () => scheme.removeEventListener('change', follow);
  }, []);

  const there = loaded === 'failed' ? null : loaded;
  const { amount, currency } = setup;
  return (
    <Elements
      stripe={there?.stripe ?? null}
      options={{
        mode: 'payment',
        amount,
        currency,
        locale,
        ...(there ? { appearance: there.appearance } : {}),
      }}
    >
      <WithCard script={loaded === 'failed' ? 'failed' : loaded ? 'there' : 'loading'}>{children}</WithCard>
    </Elements>
  );
}

function WithCard({
  script,
  children,
}: {
  script: 'loading' | 'there' | 'failed';
  children: (card: CardPayment | null, fields: ReactNode) => ReactNode;
}) {
  const t = useTranslations('checkout');
  const stripe = useStripe();
  const elements = useElements();
  const [ready, setReady] = useState(false);
  const [unreadable, setUnreadable] = useState(false);
  const failed = script === 'failed' || unreadable;
  const card: CardPayment | null =
    stripe && elements && ready
      ? {
          check: async () => !(await elements.submit()).error,
          confirm: async (clientSecret, returnUrl) => {
            const { error } = await stripe.confirmPayment({
              elements,
              clientSecret,
              confirmParams: { return_url: returnUrl },
              redirect: 'if_required',
            });
            // The answer to an earlier try was lost on the way: the money is there all the same.
            if (!error || error.payment_intent?.status === 'succeeded') return { kind: 'yes' };
            if (error.type === 'api_connection_error' || error.type === 'api_error') return { kind: 'lost' };
            if (error.code === NOT_AUTHENTICATED) return { kind: 'unconfirmed' };
            return { kind: 'no', words: error.message ?? '' };
          },
        }
      : null;
  return children(
    card,
    <div className="relative min-h-60">
      {script === 'there' && !failed ? (
        <PaymentElement onReady={() => setReady(true)} onLoadError={() => setUnreadable(true)} />
      ) : null}
      {ready || failed ? null : <CardSkeleton words={t('loadingPayment')} />}
      {failed ? <Notice kind="bad" role="alert" title={t('paymentNotLoaded')} /> : null}
    </div>,
  );
}

/** In the shape of what comes: the number across, date and code below. */
function CardSkeleton({ words }: { words: string }) {
  return (
    <div role="status" className="absolute inset-0 bg-paper">
      <p className="pb-3 text-15 text-ink-2">{words}</p>
      <div className="grid grid-cols-2 gap-x-4 gap-y-5 motion-safe:animate-[breathe_1s_ease-in-out_infinite_alternate]">
        <span className="col-span-2 h-[52px] rounded bg-paper-2" />
        <span className="h-[52px] rounded bg-paper-2" />
        <span className="h-[52px] rounded bg-paper-2" />
      </div>
    </div>
  );
}
