import 'react';

declare module 'react' {
  interface CSSProperties {
    /** The hue of `.tinted`, in degrees of OKLCH. */
    '--hue'?: number;
    /** How many events a day has, and in how many rows of three: the room kept for it. */
    '--events'?: number;
    '--event-rows'?: number;
    /** How many letters the word of a door's result has, which it is set by. */
    '--letters'?: number;
  }
}
