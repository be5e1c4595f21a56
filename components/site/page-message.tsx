import type { ReactNode } from 'react';

/** A page that is nothing but a sentence and a way on: not found, failed, empty. */
export function PageMessage({
  title,
  text,
  above,
  below,
  children,
}: {
  title: ReactNode;
  text: ReactNode;
  /** What was done on the way here. */
  above?: ReactNode;
  /** What one may want instead. */
  below?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <main id="content" className="wrap py-[clamp(28px,4vw,60px)]">
      {above ? <div className="mb-10 max-w-[62ch]">{above}</div> : null}
      <h1 className="display-t6">{title}</h1>
      <p className="lead mt-6 max-w-[44ch]">{text}</p>
      {children ? <div className="mt-8 flex flex-wrap items-center gap-x-6 gap-y-3">{children}</div> : null}
      {below}
    </main>
  );
}
