import type { ReactNode } from 'react';

/** A part of an event's page under its heading. */
export function PageSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-12 desk:mt-[var(--s6)]">
      <h2 className="section-head display-t4">{title}</h2>
      {children}
    </section>
  );
}
