import type { ReactElement } from 'react';
import type { Tint } from './look.ts';

/** What every mail of ours knows: its language, in which everything else already is. */
export type MailFrame = {
  /** BCP 47 tag. */
  locale: string;
  direction: 'ltr' | 'rtl';
  subject: string;
  /** The line a list of mails shows beside the subject. */
  preview: string;
  /** "TEST, no money taken" where no money is real, else null. */
  testStamp: string | null;
};

/** What every mail about a booking has besides. */
export type BookingFrame = MailFrame & {
  heading: string;
  /** The event's picture, 4 to 5, at an absolute address. */
  poster: { src: string; alt: string };
  tint: Tint;
  /** Who sold it, which booking it is. */
  closing: readonly string[];
};

/** A mail: props in, body and plain text out. The subject is among the props. */
export type MailTemplate<Props extends MailFrame> = {
  Body: (props: Props) => ReactElement;
  text: (props: Props) => string;
};

export type RenderedMail = { subject: string; html: string; text: string };
