'use client';

import { type ComponentProps, useState } from 'react';
import { TextField } from '../ui/field.tsx';

/** What the key at the end of a password field says, and what it does, for those who only hear it. */
export type PasswordFieldWords = { show: string; hide: string; showTyped: string; hideTyped: string };

/** A password, with a key that shows what is typed: on a phone that is the only way to know. */
export function PasswordField({
  words,
  ...field
}: { words: PasswordFieldWords } & Omit<ComponentProps<typeof TextField>, 'type' | 'className'>) {
  const [shown, setShown] = useState(false);
  return (
    <div className="relative">
      <TextField
        {...field}
        type={shown ? 'text' : 'password'}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        className="pe-24!"
      />
      {/* As high as the field, whose label above is one line. Without its script it could do nothing. */}
      <button
        type="button"
        aria-label={shown ? words.hideTyped : words.showTyped}
        aria-controls={field.id}
        onClick={() => setShown(!shown)}
        className="link absolute end-1 top-[26px] min-w-11 px-3 h-[52px] text-15 noscript:hidden"
      >
        {shown ? words.hide : words.show}
      </button>
    </div>
  );
}
