import type { ReactNode } from 'react';
import { Shape, type ShapeName } from './shape.tsx';

const looks: Record<'ok' | 'warn' | 'bad', { box: string; ink: string; shape: ShapeName }> = {
  ok: { box: 'bg-ok-wash', ink: 'text-ok', shape: 'circle' },
  warn: { box: 'bg-warn-wash', ink: 'text-warn', shape: 'half' },
  bad: { box: 'bg-bad-wash', ink: 'text-bad', shape: 'cross' },
};

/**
 * What happened and what to do next. `role="alert"` reads it out at once, so leave it to what answers a press of the
 * reader's own.
 */
export function Notice({
  kind,
  title,
  role,
  children,
}: {
  kind: 'ok' | 'warn' | 'bad';
  title: ReactNode;
  role?: 'alert' | 'status';
  children?: ReactNode;
}) {
  const look = looks[kind];
  return (
    <div
      role={role}
      className={`grid grid-cols-[16px_1fr] gap-x-3.5 gap-y-1 rounded px-5 pt-4 pb-5 text-ink ${look.box}`}
    >
      <Shape name={look.shape} className={`mt-1.5 size-3.5 ${look.ink}`} />
      <p className={`display-t3 ${look.ink}`}>{title}</p>
      {children ? <div className="col-start-2 text-15">{children}</div> : null}
    </div>
  );
}
