import type { ReactNode } from 'react';

/** What is known of something: a label and a value a line. Lines without a value are left out. */
export function Facts({ facts }: { facts: readonly { label: string; value: ReactNode }[] }) {
  return (
    <dl className="border-t-[1.5px] border-rule text-15">
      {facts
        .filter(({ value }) => value !== null && value !== '')
        .map(({ label, value }) => (
          <div
            key={label}
            className="grid gap-x-6 border-b border-hairline py-2.5 tablet:grid-cols-[180px_minmax(0,1fr)]"
          >
            <dt className="text-ink-2">{label}</dt>
            <dd className="min-w-0 [overflow-wrap:anywhere]">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
