import 'react';

declare module 'react' {
  interface CSSProperties {
    /** The hue of `.tinted`, in degrees of OKLCH. */
    '--hue'?: number;
    /** How many letters the word of a door's result has, which it is set by. */
    '--letters'?: number;
  }
}
