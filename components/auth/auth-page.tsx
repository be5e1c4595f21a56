import type { ReactNode } from 'react';

/** One column with a form in it, as wide as a hand. */
export function AuthPage({
  title,
  lead,
  children,
}: {
  title: string;
  lead?: string | undefined;
  children: ReactNode;
}) {
  return (
    <main id="content" className="wrap pt-[clamp(20px,5vw,72px)] pb-26">
      <div className="max-w-[440px]">
        <h1 className="display-t5">{title}</h1>
        {lead ? <p className="mt-3 text-ink-2">{lead}</p> : null}
        <div className="mt-7 grid gap-5">{children}</div>
      </div>
    </main>
  );
}
