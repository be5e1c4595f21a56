import type { ReactElement } from 'react';

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

/** A mail: props in, body and plain text out. The subject is among the props. */
export type MailTemplate<Props extends MailFrame> = {
  Body: (props: Props) => ReactElement;
  text: (props: Props) => string;
};

export type RenderedMail = { subject: string; html: string; text: string };
