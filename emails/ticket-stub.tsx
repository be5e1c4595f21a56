import { Column, Img, Link, Row, Section, Text } from '@react-email/components';
import type { MailLink } from './action-button.tsx';
import { display, type Tint, text } from './look.ts';
import type { MailFrame } from './template.ts';

export type MailTicket = {
  /** "12" and "March 2027", each in the mail's language. */
  day: string;
  month: string;
  title: string;
  attendee: string;
  type: string;
  /** "Doors 19:00, starts 20:00" */
  times: string;
  /** "Cine Incrível, Lisbon" */
  place: string;
  /** What is written under the QR code: "7K2M9-3QDX4". */
  code: string;
  /** `src` is a cid: or https: address; `href` opens the picture by itself. */
  qr: { src: string; alt: string; href: string };
  /** Where it is on the web; null where one link of the mail leads to all of them. */
  open: MailLink | null;
};

/** Titles of more letters are set smaller. */
const LONG_TITLE = 28;

/** One ticket: the tint with the big date, the tear line, the code on white. A thing of paper, also in the dark. */
export function TicketStub({
  ticket,
  tint,
  direction,
}: {
  ticket: MailTicket;
  tint: Tint;
  direction: MailFrame['direction'];
}) {
  const line = { ...text, color: tint.ink, fontSize: '15px', lineHeight: '22px' };
  const tear = `2px dotted ${tint.ink}`;
  return (
    <Section className="pad" style={{ padding: '0 24px 16px' }}>
      <Row>
        <Column
          className="stack tear"
          valign="top"
          style={{
            backgroundColor: tint.field,
            // On a phone the tear line moves below and takes this.
            color: tint.ink,
            padding: '22px 24px',
            ...(direction === 'rtl' ? { borderLeft: tear } : { borderRight: tear }),
          }}
        >
          <Text style={{ ...line, fontSize: '16px', lineHeight: '56px', fontWeight: 700 }}>
            <span style={{ ...display, color: tint.ink, fontSize: '64px' }}>{ticket.day}</span> {ticket.month}
          </Text>
          <Text
            style={{
              ...display,
              color: tint.ink,
              ...(ticket.title.length > LONG_TITLE
                ? { fontSize: '20px', lineHeight: '24px' }
                : { fontSize: '26px', lineHeight: '30px' }),
              padding: '2px 0 4px',
            }}
          >
            {ticket.title}
          </Text>
          <Text style={{ ...line, fontWeight: 700 }}>{ticket.attendee}</Text>
          <Text style={line}>{ticket.type}</Text>
          <Text style={line}>{ticket.times}</Text>
          <Text style={line}>{ticket.place}</Text>
          {ticket.open ? (
            <Text style={{ ...line, paddingTop: '6px' }}>
              <Link href={ticket.open.href} style={{ ...line, textDecoration: 'underline' }}>
                {ticket.open.label}
              </Link>
            </Text>
          ) : null}
        </Column>
        <Column
          className="stack"
          width={200}
          align="center"
          style={{ backgroundColor: '#ffffff', padding: '16px 18px', textAlign: 'center' }}
        >
          <Link href={ticket.qr.href}>
            {/* Low priority keeps React from writing a preload link into the head, which no mail program wants. */}
            <Img
              src={ticket.qr.src}
              fetchPriority="low"
              width={176}
              height={176}
              alt={ticket.qr.alt}
              style={{
                ...text,
                color: '#111111',
                display: 'block',
                border: 0,
                margin: '0 auto',
                backgroundColor: '#ffffff',
              }}
            />
          </Link>
          <Text
            style={{
              ...text,
              paddingTop: '4px',
              fontSize: '14px',
              lineHeight: '18px',
              fontWeight: 700,
              letterSpacing: '1px',
              textAlign: 'center',
              color: '#111111',
            }}
          >
            {ticket.code}
          </Text>
        </Column>
      </Row>
    </Section>
  );
}
