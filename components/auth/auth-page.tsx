import type { ReactNode } from 'react';

/** A form as wide as a hand, under its heading. */
export function AuthPage({
  title,
  lead,
  children,
}: {
  title: string;
  lead?: string | undefined;
  children?: ReactNode;
}) {
  return (
    <main id="content" className="grow pt-[clamp(20px,4vw,56px)] pb-16">
      <div className="group max-w-[440px]">
        {/* Where the form has given way to what came of it, that has a heading of its own. */}
        <div className="mb-7 group-has-[[data-letter-sent]]:hidden">
          <h1 className="display-t5">{title}</h1>
          {lead ? <p className="mt-3 text-ink-2">{lead}</p> : null}
        </div>
        {children ? <div className="grid gap-5">{children}</div> : null}
      </div>
    </main>
  );
}
