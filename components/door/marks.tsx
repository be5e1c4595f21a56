import type { ReactNode } from 'react';
import type { DoorAnswer } from './door-answer.ts';

/** The ground of a result: green lets in, red does not, amber sends elsewhere, grey knows nothing. */
export type DoorTone = 'ok' | 'bad' | 'warn' | 'none';

/** Drawn in the colour of the words; `ground` is what shows through. Each shape can be told from the others in grey. */
type Mark = { tone: DoorTone; draw: (ground: string) => ReactNode };

const stroke = (ground: string, width: number) => ({ fill: 'none', stroke: ground, strokeWidth: width });

const square = (inside: (ground: string) => ReactNode) => (ground: string) => (
  <>
    <rect x="5" y="5" width="90" height="90" fill="currentColor" />
    {inside(ground)}
  </>
);

const crossed = square((ground) => <path d="m27 27 46 46m0-46-46 46" {...stroke(ground, 12)} />);

const dashed = (inside: ReactNode) => (
  <>
    <rect x="5" y="5" width="90" height="90" {...stroke('currentColor', 9)} strokeDasharray="18 12" />
    {inside}
  </>
);

const octagon = (ground: string) => (
  <>
    <path d="M31 4h38l27 27v38L69 96H31L4 69V31z" fill="currentColor" />
    <path d="M24 50h52" {...stroke(ground, 13)} />
  </>
);

const diamond = (inside: (ground: string) => ReactNode) => (ground: string) => (
  <>
    <path d="M3 50 50 3l47 47-47 47z" fill="currentColor" />
    {inside(ground)}
  </>
);

const question = (
  <>
    <path d="M34 40a16 16 0 1 1 24 14c-6 4-8 6-8 13" {...stroke('currentColor', 10)} />
    <circle cx="50" cy="78" r="6.5" fill="currentColor" />
  </>
);

const exclamation = (
  <>
    <path d="M50 24v32" {...stroke('currentColor', 11)} />
    <circle cx="50" cy="73" r="6.5" fill="currentColor" />
  </>
);

/** A disc with an arrow that turns back. */
const turned = (ground: string) => (
  <>
    <circle cx="50" cy="50" r="47" fill="currentColor" />
    <path d="M30 42h28a15 15 0 0 1 0 30H44" {...stroke(ground, 10)} />
    <path d="M44 26 28 42l16 16" {...stroke(ground, 10)} />
  </>
);

const marks: Record<DoorAnswer['kind'], Mark> = {
  admitted: {
    tone: 'ok',
    draw: (ground) => (
      <>
        <circle cx="50" cy="50" r="47" fill="currentColor" />
        <path d="m27 52 16 16 31-34" {...stroke(ground, 11)} />
      </>
    ),
  },
  already_used: {
    tone: 'bad',
    draw: () => (
      <>
        <path d="M51 3h-1a47 47 0 1 0 0 94h1z" fill="currentColor" />
        <path d="M50 8a42 42 0 0 1 0 84" {...stroke('currentColor', 10)} strokeDasharray="12 9" />
      </>
    ),
  },
  wrong_event: {
    tone: 'warn',
    draw: diamond((ground) => <path d="M28 50h40M52 33l17 17-17 17" {...stroke(ground, 10)} />),
  },
  wrong_date: {
    tone: 'warn',
    draw: (ground) => (
      <>
        <path d="M8 16h84v76H8zM26 4v18M74 4v18" fill="currentColor" stroke="currentColor" strokeWidth="9" />
        <path d="M8 38h84" {...stroke(ground, 6)} />
        <path d="M36 66h28" {...stroke(ground, 11)} />
      </>
    ),
  },
  event_cancelled: { tone: 'bad', draw: crossed },
  cancelled: { tone: 'bad', draw: crossed },
  refunded: {
    tone: 'bad',
    draw: square((ground) => (
      <>
        <path d="M30 42h28a15 15 0 0 1 0 30H42" {...stroke(ground, 10)} />
        <path d="M44 26 28 42l16 16" {...stroke(ground, 10)} />
      </>
    )),
  },
  unpaid: { tone: 'bad', draw: octagon },
  blocked: { tone: 'bad', draw: octagon },
  replaced: {
    tone: 'bad',
    draw: (ground) => (
      <>
        <path d="M34 6h60v60" {...stroke('currentColor', 9)} strokeDasharray="16 10" />
        <rect x="4" y="28" width="68" height="68" fill="currentColor" />
        <path d="M24 62h28" {...stroke(ground, 11)} />
      </>
    ),
  },
  other_mode: { tone: 'none', draw: () => dashed(exclamation) },
  unknown: { tone: 'none', draw: () => dashed(question) },
  undone: { tone: 'none', draw: turned },
  nothing_to_undo: { tone: 'none', draw: turned },
  refused: { tone: 'none', draw: () => dashed(exclamation) },
  no_network: {
    tone: 'none',
    draw: (ground) => (
      <>
        <path d="M8 6h84L50 50l42 44H8l42-44z" fill="currentColor" />
        <path d="M4 50h92" {...stroke(ground, 8)} />
      </>
    ),
  },
  signed_out: { tone: 'none', draw: () => dashed(exclamation) },
};

export const toneOf = (kind: DoorAnswer['kind']): DoorTone => marks[kind].tone;

/** The mark of a result, which says the same as its word. */
export function DoorMark({ kind, className }: { kind: DoorAnswer['kind']; className: string }) {
  const { tone, draw } = marks[kind];
  return (
    <svg viewBox="0 0 100 100" aria-hidden="true" className={className}>
      {draw(`var(--door-${tone})`)}
    </svg>
  );
}
