import type { MailLink } from './action-button.tsx';
import { Closing, Frame, Opening, Paragraphs } from './frame.tsx';
import type { BookingFrame, MailTemplate } from './template.ts';

export type BookingExpiredProps = BookingFrame & {
  /** What had been chosen, when, where: a line each. */
  details: readonly string[];
  /** That the tickets are on sale again, what the bank said if it said no, and where the money is. */
  paragraphs: readonly string[];
  /** The way back: to the event, to choose again. */
  again: MailLink;
};

/** Somebody began to pay and the time ran out, also after a bank said no: nothing was bought. */
export const bookingExpired: MailTemplate<BookingExpiredProps> = {
  Body(props) {
    return (
      <Frame {...props}>
        <Opening {...props} lines={props.details} open={props.again} />
        <Paragraphs paragraphs={props.paragraphs} />
        <Closing lines={props.closing} />
      </Frame>
    );
  },

  text(props) {
    return [
      ...(props.testStamp ? [props.testStamp] : []),
      props.heading,
      props.details.join('\n'),
      ...props.paragraphs,
      `${props.again.label}:\n${props.again.href}`,
      props.closing.join('\n'),
    ].join('\n\n');
  },
};
