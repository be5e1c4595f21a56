import { useState } from 'react';
import { type Limits, oneLess, oneMore, typedQuantity } from './choose-tickets.ts';

const button =
  'grid h-11 place-items-center rounded border-[1.5px] border-ink hover:bg-ink hover:text-paper ' +
  'aria-disabled:cursor-default aria-disabled:border-field-line aria-disabled:bg-transparent aria-disabled:text-ink-3 noscript:hidden';

/**
 * A number one can type, with two keys for the thumb. Arrow keys and forms work as for any number field. At its limit a
 * key is only marked: a disabled one would drop the focus of whoever presses it. Without scripts only the field stays.
 * Until its own script is there, the few lines at the head of the page (lib/api/delay-scripts) turn the keys.
 */
export function Stepper({
  name,
  label,
  less,
  more,
  quantity,
  limits,
  disabled = false,
  onChange,
}: {
  name: string;
  /** Names the input: which tickets. */
  label: string;
  less: string;
  more: string;
  quantity: number;
  limits: Limits;
  disabled?: boolean;
  onChange: (quantity: number) => void;
}) {
  const [typing, setTyping] = useState<string | null>(null);
  // Whoever types 12 where the least is 2 begins with a 1: it is lifted once they leave the field.
  const shown = typing !== null && Number(typing) < quantity ? typing : quantity;
  const press = (next: number) => {
    setTyping(null);
    onChange(next);
  };
  const atLeast = disabled || quantity === 0;
  const atMost = disabled || quantity >= limits.max;
  return (
    <div className="grid grid-cols-[44px_44px_44px] items-center noscript:grid-cols-[72px]">
      <button
        type="button"
        aria-label={less}
        data-step="down"
        aria-disabled={atLeast}
        onClick={() => atLeast || press(oneLess(quantity, limits))}
        className={button}
      >
        <svg viewBox="0 0 14 14" aria-hidden="true" className="w-3.5" stroke="currentColor" strokeWidth="2">
          <path d="M1 7h12" />
        </svg>
      </button>
      <input
        type="number"
        name={name}
        aria-label={label}
        inputMode="numeric"
        min={0}
        max={limits.max}
        data-least={limits.min}
        value={shown}
        readOnly={disabled}
        onChange={(change) => {
          setTyping(change.target.value);
          onChange(typedQuantity(change.target.value, limits));
        }}
        onBlur={() => setTyping(null)}
        onFocus={(focus) => focus.target.select()}
        className="h-11 w-full appearance-none rounded noscript:border-[1.5px] noscript:border-field-line bg-transparent text-center font-display text-[1.375rem] font-[740] tabular-nums [-moz-appearance:textfield] [font-stretch:84%] [&::-webkit-inner-spin-button]:appearance-none"
      />
      <button
        type="button"
        aria-label={more}
        data-step="up"
        aria-disabled={atMost}
        onClick={() => atMost || press(oneMore(quantity, limits))}
        className={button}
      >
        <svg viewBox="0 0 14 14" aria-hidden="true" className="w-3.5" stroke="currentColor" strokeWidth="2">
          <path d="M7 1v12M1 7h12" />
        </svg>
      </button>
    </div>
  );
}
