/** The shape that goes with a status word, so that it can be told apart without colour. */
export type ShapeName = 'circle' | 'half' | 'square' | 'diamond' | 'hourglass' | 'cross' | 'bar';

const drawings: Record<ShapeName, React.ReactNode> = {
  circle: <circle cx="6" cy="6" r="5.5" fill="currentColor" />,
  half: (
    <>
      <circle cx="6" cy="6" r="4.8" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M6 1.2a4.8 4.8 0 0 1 0 9.6z" fill="currentColor" />
    </>
  ),
  square: <rect x="1" y="1" width="10" height="10" fill="currentColor" />,
  diamond: <path d="M6 .6 11.4 6 6 11.4.6 6z" fill="currentColor" />,
  hourglass: <path d="M1 1h10L6 6zM6 6l5 5H1z" fill="currentColor" />,
  cross: <path d="m1.5 1.5 9 9m0-9-9 9" stroke="currentColor" strokeWidth="2.2" />,
  bar: <path d="M1 6h10" stroke="currentColor" strokeWidth="3" />,
};

export function Shape({ name, className = 'size-[11px]' }: { name: ShapeName; className?: string }) {
  return (
    <svg viewBox="0 0 12 12" aria-hidden="true" className={`flex-none ${className}`}>
      {drawings[name]}
    </svg>
  );
}
