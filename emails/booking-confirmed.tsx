import { Section, Text } from '@react-email/components';
import type { MailLink } from './action-button.tsx';
import { AmountLines, type Amounts, amountText } from './amount-lines.tsx';
import { Closing, Frame, Opening } from './frame.tsx';
import { text } from './look.ts';
import type { BookingFrame, MailTemplate } from './template.ts';
import { type MailTicket, TicketStub } from './ticket-stub.tsx';

export type BookingConfirmedProps = BookingFrame & {
  /** How many tickets for what, when, where: a line each. */
  details: readonly string[];
  /** Null where each ticket has its own. */
  open: MailLink | null;
  tickets: readonly MailTicket[];
  /** In plain text each code stands behind this word: "Code". */
  codeLabel: string;
  /** And the address of its picture behind this one. */
  qrLabel: string;
  /** Null for an attendee who is not the buyer. */
  amounts: Amounts | null;
  /** What there is to know before one goes. */
  notes: readonly { title: string; text: string }[];
};

/** All tickets of a booking, right after it was confirmed; to an attendee with an own address only theirs. */
export const bookingConfirmed: MailTemplate<BookingConfirmedProps> = {
  Body(props) {
    const { direction, tint } = props;
    return (
      <Frame {...props}>
        <Opening {...props} lines={props.details} />
        {props.tickets.map((ticket) => (
          <TicketStub key={ticket.code} ticket={ticket} tint={tint} direction={direction} />
        ))}
        {props.amounts ? <AmountLines {...props.amounts} direction={direction} /> : null}
        <Section className="pad" style={{ padding: '24px 24px 0' }}>
          {props.notes.map((note) => (
            <Text key={note.title} className="ink" style={{ ...text, paddingBottom: '10px' }}>
              <b>{note.title}</b> {note.text}
            </Text>
          ))}
        </Section>
        <Closing lines={props.closing} />
      </Frame>
    );
  },

  text(props) {
    const tickets = props.tickets.map((ticket, index) =>
      [
        `${index + 1}. ${ticket.attendee}, ${ticket.type}`,
        `   ${props.codeLabel}: ${ticket.code}`,
        `   ${props.qrLabel}: ${ticket.qr.href}`,
        ...(ticket.open ? [`   ${ticket.open.label}: ${ticket.open.href}`] : []),
      ].join('\n'),
    );
    const times = props.tickets[0]?.times;
    return [
      ...(props.testStamp ? [props.testStamp] : []),
      props.heading,
      [...props.details, ...(times ? [times] : [])].join('\n'),
      ...(props.open ? [`${props.open.label}:\n${props.open.href}`] : []),
      ...tickets,
      ...(props.amounts ? [amountText(props.amounts)] : []),
      ...props.notes.map((note) => `${note.title} ${note.text}`),
      props.closing.join('\n'),
    ].join('\n\n');
  },
};
