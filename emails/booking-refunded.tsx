import { Section, Text } from '@react-email/components';
import { ActionButton, type MailLink } from './action-button.tsx';
import { type AmountLine, AmountLines, amountText } from './amount-lines.tsx';
import { Closing, Frame, Opening } from './frame.tsx';
import { text } from './look.ts';
import type { MailFrame, MailTemplate } from './template.ts';

export type BookingRefundedProps = MailFrame & {
  heading: string;
  /** What happened, that the money goes back in full, and by when. */
  paragraphs: readonly string[];
  lines: readonly AmountLine[];
  refund: AmountLine;
  open: MailLink;
  closing: readonly string[];
};

/** The payment came when the places were gone: everything goes back, and the mail says so plainly. */
export const bookingRefunded: MailTemplate<BookingRefundedProps> = {
  Body(props) {
    return (
      <Frame {...props}>
        <Opening heading={props.heading} lines={[]} />
        <Section className="pad" style={{ padding: '0 24px 12px' }}>
          {props.paragraphs.map((paragraph) => (
            <Text key={paragraph} className="ink" style={{ ...text, paddingBottom: '12px' }}>
              {paragraph}
            </Text>
          ))}
        </Section>
        <AmountLines lines={props.lines} total={props.refund} />
        <ActionButton {...props.open} />
        <Closing lines={props.closing} />
      </Frame>
    );
  },

  text(props) {
    return [
      ...(props.testStamp ? [props.testStamp] : []),
      props.heading,
      ...props.paragraphs,
      amountText({ lines: props.lines, total: props.refund }),
      `${props.open.label}:\n${props.open.href}`,
      props.closing.join('\n'),
    ].join('\n\n');
  },
};
