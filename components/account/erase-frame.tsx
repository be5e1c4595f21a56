import type { ReactNode } from 'react';

/** What cannot be undone stands in a frame of its own. */
export function EraseFrame({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-x-10 gap-y-6 border-t-[1.5px] border-bad pt-4 desk:grid-cols-[280px_minmax(0,1fr)]">
      <h2 className="display-t4 text-bad">{title}</h2>
      {children}
    </section>
  );
}
