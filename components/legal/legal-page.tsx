import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Notice } from '../ui/notice.tsx';

/** Who answers for this installation; null where nobody has said so. */
export type Operator = { name: string | null; address: string | null; email: string | null };

/** A page of law: what it is in a sentence, its sections as rows, and who stands behind it. */
export function LegalPage({
  title,
  lead,
  sections,
  operator,
}: {
  title: string;
  lead: string;
  sections: readonly { title: string; text: string }[];
  operator: Operator;
}) {
  const t = useTranslations('legal');
  return (
    <main id="content" className="wrap">
      <div className="pt-[clamp(20px,3vw,44px)] pb-[clamp(28px,4vw,60px)]">
        <h1 className="display-t5">{title}</h1>
        <p className="lead mt-4 max-w-[44ch]">{lead}</p>
      </div>
      {sections.map((section) => (
        <Row key={section.title} title={section.title}>
          <p>{section.text}</p>
        </Row>
      ))}
      <Row title={t('operator.title')}>
        <OperatorFacts operator={operator} />
      </Row>
      <p className="border-t-[1.5px] border-rule pt-4 text-15 text-ink-2">{t('template')}</p>
    </main>
  );
}

function Row({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid-12 gap-y-2 border-t border-hairline pt-4 pb-9 first-of-type:border-t-[1.5px] first-of-type:border-rule">
      <h2 className="display-t3 col-span-full desk:col-span-3">{title}</h2>
      <div className="col-span-full max-w-[var(--measure)] text-17 desk:col-start-4">{children}</div>
    </section>
  );
}

function OperatorFacts({ operator: { name, address, email } }: { operator: Operator }) {
  const t = useTranslations('legal.operator');
  const missing = [
    ...(name ? [] : [t('name')]),
    ...(address ? [] : [t('address')]),
    ...(email ? [] : [t('email')]),
  ];
  return (
    <div className="grid gap-4">
      {name || address ? (
        <address className="not-italic">
          {name ? <strong className="block">{name}</strong> : null}
          {address
            ?.split(',')
            .filter((line) => line.trim() !== '')
            .map((line) => (
              <span key={line} className="block">
                {line.trim()}
              </span>
            ))}
        </address>
      ) : null}
      {email ? (
        <p>
          <a
            href={`mailto:${email}`}
            className="link inline-flex min-h-11 items-center [overflow-wrap:anywhere]"
          >
            {email}
          </a>
        </p>
      ) : null}
      {missing.length > 0 ? (
        <Notice kind="warn" title={t('missingTitle')}>
          {t('missing', { what: missing.join(', ') })}
        </Notice>
      ) : null}
    </div>
  );
}
