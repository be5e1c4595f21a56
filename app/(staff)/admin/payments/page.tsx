import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DecidedPayments } from '#components/admin/decided-payments.tsx';
import { DeedForm, type DeedWords } from '#components/admin/deed-form.tsx';
import { AdminFrame } from '#components/admin/frame.tsx';
import { QuarantinedPayment } from '#components/admin/quarantined-payment.tsx';
import { ClientMessages } from '#components/site/client-messages.tsx';
import { DoneNotice } from '#components/ui/done-notice.tsx';
import { database } from '#lib/database.ts';
import type { Locale } from '#lib/i18n/routing.ts';
import { formatMoney } from '#lib/money.ts';
import { listQuarantinedPayments, type QuarantinedRow } from '#lib/payments/list-quarantined-payments.ts';
import type { SearchParams } from '../../dashboard/list-query.ts';
import { adminPage, adminTitle, doneWords } from '../admin-page.ts';
import { sendBackAction, settleAction } from './actions.ts';

const HERE = '/admin/payments';

export const generateMetadata = (): Promise<Metadata> => adminTitle('payments', HERE);

/** Money about which somebody has to decide: back to whoever paid, or closed as it is. */
export default async function AdminPaymentsPage({ searchParams }: { searchParams: SearchParams }) {
  const { account, frame, locale, when } = await adminPage('payments', HERE);
  const query = await searchParams;
  const [{ waiting, all, decided }, t, done] = await Promise.all([
    listQuarantinedPayments(database(), account.actor),
    getTranslations('payments'),
    doneWords(query),
  ]);
  const settleWords = { title: t('settle.title'), text: t('settle.text'), submit: t('settle.submit') };
  const backWords = await sendBackWords(locale);
  return (
    <AdminFrame {...frame}>
      <main id="content" className="min-w-0 px-(--margin) pt-6 pb-16 desk:px-8">
        {done ? (
          <div className="mb-4 max-w-[880px]">
            {/* Anew for each decision, so that it is read out each time. */}
            <DoneNotice
              key={decided[0]?.auditId}
              title={done}
              kind={query.done === 'decided' ? 'warn' : 'ok'}
            />
          </div>
        ) : null}
        <h1 className="display-t4">{t('title')}</h1>
        <p className="mt-1 max-w-[62ch] text-ink-2">{t(waiting.length > 0 ? 'text' : 'empty')}</p>
        {all > waiting.length ? <p className="mt-1">{t('some', { shown: waiting.length, all })}</p> : null}
        {waiting.length > 0 ? (
          <ul className="mt-8 grid gap-y-14">
            {waiting.map((payment) => (
              <QuarantinedPayment
                key={payment.id}
                payment={payment}
                when={when}
                deeds={
                  <ClientMessages namespaces={['admin']}>
                    {payment.captured > payment.refunded ? (
                      <DeedForm
                        name={`back-${payment.id}`}
                        action={sendBackAction}
                        hidden={{ id: payment.id }}
                        words={backWords(payment)}
                        danger
                      />
                    ) : null}
                    <DeedForm
                      name={`settle-${payment.id}`}
                      action={settleAction}
                      hidden={{ id: payment.id }}
                      words={settleWords}
                    />
                  </ClientMessages>
                }
              />
            ))}
          </ul>
        ) : null}
        {decided.length > 0 ? <DecidedPayments decided={decided} when={when} /> : null}
      </main>
    </AdminFrame>
  );
}

/** What sending a payment back does, which depends on where its booking stands. */
async function sendBackWords(locale: Locale): Promise<(payment: QuarantinedRow) => DeedWords> {
  const t = await getTranslations('payments.sendBack');
  return ({ captured, refunded, currency, booking: { status } }) => {
    const amount = formatMoney(captured - refunded, currency, locale);
    const text = () => {
      switch (status) {
        case 'held':
        case 'paying':
        case 'awaiting_payment':
          return t('open', { amount });
        case 'expired':
        case 'released':
          return t('ended', { amount });
        default:
          return t('other', { amount });
      }
    };
    return { title: t('title', { amount }), text: text(), submit: t('submit', { amount }) };
  };
}
