import type { ReactNode } from 'react';

/** One kind of component, in its states. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-10 grid grid-cols-[minmax(0,1fr)] gap-5">
      <h2 className="section-head display-t3">{title}</h2>
      {children}
    </section>
  );
}

export function Row({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-x-5 gap-y-3">{children}</div>;
}
