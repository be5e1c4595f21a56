import { Column, Img, Link, Row, Section } from '@react-email/components';
import { colors, display, text } from './look.ts';

export type MailTicket = {
  /** "12" and "March 2027", each in the mail's language. */
  day: string;
  month: string;
  title: string;
  attendee: string;
  type: string;
  /** "Doors 19:00, starts 20:00" */
  times: string;
  /** What is written under the QR code: "7K2M9-3QDX4". */
  code: string;
  /** `src` is a cid: or https: address; `href` opens the picture by itself. */
  qr: { src: string; alt: string; href: string };
};

/** One ticket: the tint with the big date, the tear line, the code on white. */
export function TicketStub({ ticket }: { ticket: MailTicket }) {
  const line = { fontSize: '15px', lineHeight: '22px', display: 'block' } as const;
  return (
    <Section className="pad" style={{ padding: '0 24px 16px' }}>
      <Row>
        <Column
          className="stack tear"
          valign="top"
          style={{
            ...text,
            backgroundColor: colors.field,
            color: colors.onField,
            padding: '22px 24px',
            borderInlineEnd: `2px dotted ${colors.onField}`,
          }}
        >
          <span style={{ ...display, color: colors.onField, fontSize: '64px', lineHeight: '56px' }}>
            {ticket.day}
          </span>{' '}
          <span style={{ fontWeight: 700 }}>{ticket.month}</span>
          <span
            style={{
              ...display,
              color: colors.onField,
              fontSize: '26px',
              lineHeight: '30px',
              display: 'block',
            }}
          >
            {ticket.title}
          </span>
          <span style={line}>{ticket.attendee}</span>
          <span style={line}>{ticket.type}</span>
          <span style={line}>{ticket.times}</span>
        </Column>
        <Column
          className="stack"
          width={200}
          align="center"
          style={{ ...text, backgroundColor: '#ffffff', padding: '16px 18px', textAlign: 'center' }}
        >
          <Link href={ticket.qr.href}>
            {/* Low priority keeps React from writing a preload link into the head, which no mail program wants. */}
            <Img
              src={ticket.qr.src}
              fetchPriority="low"
              width={176}
              height={176}
              alt={ticket.qr.alt}
              style={{ display: 'block', border: 0, margin: '0 auto', backgroundColor: '#ffffff' }}
            />
          </Link>
          <span
            style={{
              display: 'block',
              paddingTop: '4px',
              fontSize: '14px',
              lineHeight: '18px',
              fontWeight: 700,
              letterSpacing: '1px',
              color: '#111111',
            }}
          >
            {ticket.code}
          </span>
        </Column>
      </Row>
    </Section>
  );
}
