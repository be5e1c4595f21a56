import type { ComponentProps } from 'react';

type Look = {
  /** `filled` for the one thing to do here, `line` for a second choice, `danger` for what destroys. */
  variant?: 'filled' | 'line' | 'danger';
  /** `big` holds or pays, `small` is for tools. */
  size?: 'small' | 'normal' | 'big';
  wide?: boolean;
};

const variants = {
  filled: 'bg-accent text-on-accent hover:bg-accent-hover disabled:opacity-60 aria-disabled:opacity-60',
  line: 'border-[1.5px] border-ink text-ink hover:bg-ink hover:text-paper disabled:opacity-60',
  danger: 'border-[1.5px] border-bad text-bad hover:bg-bad hover:text-paper disabled:opacity-60',
};

const sizes = {
  small: 'min-h-11 px-4 text-15',
  normal: 'min-h-12 px-[22px] text-t2',
  big: 'min-h-[60px] px-[22px] text-[1.125rem]',
};

/** The classes of a button, for links that lead somewhere but look like one. */
export function buttonClass({ variant = 'filled', size = 'normal', wide = false }: Look = {}): string {
  return [
    'inline-flex items-center justify-center gap-2.5 rounded py-2 text-center font-[650] leading-tight',
    '[overflow-wrap:anywhere] transition-colors duration-[var(--fast)]',
    variants[variant],
    sizes[size],
    wide ? 'w-full' : '',
  ].join(' ');
}

/** Says what happens, with the number in it: "Hold 2 tickets". */
export function Button({
  variant,
  size,
  wide,
  className = '',
  type = 'button',
  ...rest
}: Look & ComponentProps<'button'>) {
  const look = buttonClass({ ...(variant && { variant }), ...(size && { size }), ...(wide && { wide }) });
  return <button type={type} className={`${look} ${className}`} {...rest} />;
}
