import type { ReactNode } from 'react';
import { DoneNotice } from '../ui/done-notice.tsx';

/** The page of one thing: what it is at the left, what can be done about it at the right; below on a phone. */
export function AdminRecord({
  back,
  title,
  lang,
  status,
  done,
  deeds,
  children,
}: {
  /** The list it was found in. */
  back: { href: string; label: string };
  title: string;
  /** The language of the title, where it is somebody's text. */
  lang?: string | undefined;
  status: ReactNode;
  /** What was done on the way here. */
  done: string | null;
  /** Null where nothing can be done. */
  deeds: ReactNode;
  children: ReactNode;
}) {
  return (
    <main id="content" className="min-w-0 px-(--margin) pt-4 pb-16 desk:px-8">
      <a href={back.href} className="link inline-flex min-h-11 items-center text-15">
        {back.label}
      </a>
      {done ? (
        <div className="mb-4 max-w-[880px]">
          <DoneNotice title={done} />
        </div>
      ) : null}
      <h1 lang={lang} className="display-t4 [overflow-wrap:anywhere]">
        {title}
      </h1>
      <div className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-15">{status}</div>
      <div
        className={
          deeds
            ? 'mt-6 grid gap-x-12 gap-y-10 desk:grid-cols-[minmax(0,880px)_minmax(0,380px)]'
            : 'mt-6 max-w-[880px]'
        }
      >
        <div className="grid min-w-0 content-start gap-10">{children}</div>
        {deeds ? (
          <div className="grid min-w-0 content-start border-t-[1.5px] border-rule">{deeds}</div>
        ) : null}
      </div>
    </main>
  );
}

/** A part of such a page, under its heading. */
export function RecordPart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="display-t3 mb-3">{title}</h2>
      {children}
    </section>
  );
}
