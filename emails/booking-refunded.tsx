import type { MailLink } from './action-button.tsx';
import { type AmountLine, AmountLines, amountText } from './amount-lines.tsx';
import { Closing, Frame, Opening, Paragraphs } from './frame.tsx';
import type { BookingFrame, MailTemplate } from './template.ts';

export type BookingRefundedProps = BookingFrame & {
  /** What for, when, where: a line each. */
  details: readonly string[];
  /** What happened, that the money goes back in full, and by when. */
  paragraphs: readonly string[];
  lines: readonly AmountLine[];
  refund: AmountLine;
  open: MailLink;
};

/** The payment came when the places were gone: everything goes back, and the mail says so plainly. */
export const bookingRefunded: MailTemplate<BookingRefundedProps> = {
  Body(props) {
    return (
      <Frame {...props}>
        <Opening {...props} lines={props.details} />
        <Paragraphs paragraphs={props.paragraphs} />
        <AmountLines lines={props.lines} total={props.refund} direction={props.direction} />
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
      amountText({ lines: props.lines, total: props.refund }),
      `${props.open.label}:\n${props.open.href}`,
      props.closing.join('\n'),
    ].join('\n\n');
  },
};
