import { type Limits, oneLess, oneMore, typedQuantity } from './choose-tickets.ts';

const button =
  'grid h-11 place-items-center rounded border-[1.5px] border-ink hover:bg-ink hover:text-paper ' +
  'disabled:border-field-line disabled:bg-transparent disabled:text-ink-3';

/** A number one can type, with two keys for the thumb. Arrow keys and forms work as for any number field. */
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
  return (
    <div className="grid grid-cols-[44px_40px_44px] items-center">
      <button
        type="button"
        aria-label={less}
        disabled={disabled || quantity === 0}
        onClick={() => onChange(oneLess(quantity, limits))}
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
        value={quantity}
        readOnly={disabled}
        onChange={(change) => onChange(typedQuantity(change.target.value, limits))}
        onFocus={(focus) => focus.target.select()}
        className="h-11 w-10 appearance-none rounded bg-transparent text-center font-display text-[1.375rem] font-[740] tabular-nums [-moz-appearance:textfield] [font-stretch:84%] [&::-webkit-inner-spin-button]:appearance-none"
      />
      <button
        type="button"
        aria-label={more}
        disabled={disabled || quantity >= limits.max}
        onClick={() => onChange(oneMore(quantity, limits))}
        className={button}
      >
        <svg viewBox="0 0 14 14" aria-hidden="true" className="w-3.5" stroke="currentColor" strokeWidth="2">
          <path d="M7 1v12M1 7h12" />
        </svg>
      </button>
    </div>
  );
}
