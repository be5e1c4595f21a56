import type { ReactNode } from 'react';
import { Shape, type ShapeName } from './shape.tsx';

/** `plain` takes the colour of what it stands on: for tinted ground, where the others were not drawn. */
export type Tone = 'ok' | 'warn' | 'bad' | 'mute' | 'accent' | 'plain';

const tones: Record<Tone, string> = {
  ok: 'text-ok',
  warn: 'text-warn',
  bad: 'text-bad',
  mute: 'text-ink-2',
  accent: 'text-accent',
  plain: '',
};

/** A state in one line: a shape and a word, never colour alone. */
export function Status({ shape, tone, children }: { shape: ShapeName; tone: Tone; children: ReactNode }) {
  return (
    <span className={`inline-flex items-center gap-[7px] text-t1 leading-[1.3] font-[650] ${tones[tone]}`}>
      <Shape name={shape} />
      {children}
    </span>
  );
}
