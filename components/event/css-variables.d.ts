import 'react';

declare module 'react' {
  interface CSSProperties {
    /** The hue of `.tinted`, in degrees of OKLCH. */
    '--hue'?: number;
  }
}
