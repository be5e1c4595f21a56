import { Column, Container, Head, Html, Img, Preview, Row, Section, Text } from '@react-email/components';
import type { ReactNode } from 'react';
import { ActionButton, type MailLink } from './action-button.tsx';
import { colors, display, HEAD_STYLE, MORE_STYLE, small, text } from './look.ts';
import type { BookingFrame, MailFrame } from './template.ts';

/** What every mail has around it: 600 pixels, the name, the stamp where money is not real. */
export function Frame({
  locale,
  direction,
  subject,
  preview,
  testStamp,
  children,
}: MailFrame & { children: ReactNode }) {
  return (
    <Html lang={locale} dir={direction}>
      <Head>
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{subject}</title>
        <style>{HEAD_STYLE}</style>
        <style>{MORE_STYLE}</style>
      </Head>
      {/* Not react-email's own Body: that paints the paper on a cell that no class reaches, so dark mode could not. */}
      <body className="paper" style={{ margin: 0, padding: 0, backgroundColor: colors.paper }}>
        <Preview>{preview}</Preview>
        {/* Web mails put something of their own in the body's place; its colour and language have to live here too. */}
        <table
          role="presentation"
          width="100%"
          cellPadding={0}
          cellSpacing={0}
          border={0}
          className="paper"
          lang={locale}
          dir={direction}
          style={{ backgroundColor: colors.paper }}
        >
          <tbody>
            <tr>
              <td align="center">
                <Container className="sheet" style={{ maxWidth: '600px', margin: '0 auto' }}>
                  <Section className="pad" style={{ padding: '28px 24px 20px' }}>
                    <Text className="ink" style={{ ...display, fontSize: '24px', lineHeight: '28px' }}>
                      Foyer
                    </Text>
                  </Section>
                  {testStamp ? <Stamp>{testStamp}</Stamp> : null}
                  {children}
                </Container>
              </td>
            </tr>
          </tbody>
        </table>
      </body>
    </Html>
  );
}

function Stamp({ children }: { children: string }) {
  const colours = { backgroundColor: colors.warn, color: colors.onWarn };
  return (
    <Section className="pad" style={{ padding: '0 24px 20px' }}>
      <Text style={{ ...text, ...colours, fontWeight: 700, padding: '10px 16px' }}>{children}</Text>
    </Section>
  );
}

/**
 * The poster, and beside it (on a phone below) the big line, what stands under it, and the one thing to do.
 *
 * @param lines what it is about comes first
 */
export function Opening({
  heading,
  poster,
  direction,
  lines,
  open,
}: Pick<BookingFrame, 'heading' | 'poster' | 'direction'> & {
  lines: readonly string[];
  open: MailLink | null;
}) {
  return (
    <Section className="pad" style={{ padding: '0 24px 28px' }}>
      <Row>
        <Column className="stack" width={200} valign="top">
          {/* Low priority keeps React from writing a preload link into the head, which no mail program wants. */}
          <Img
            src={poster.src}
            fetchPriority="low"
            width={200}
            height={250}
            alt={poster.alt}
            style={{ ...small, display: 'block', border: 0, borderRadius: '2px' }}
            className="ink"
          />
        </Column>
        <Column
          className="stack beside"
          valign="top"
          style={direction === 'rtl' ? { paddingRight: '24px' } : { paddingLeft: '24px' }}
        >
          <Text
            className="ink title"
            style={{ ...display, fontSize: '40px', lineHeight: '40px', paddingBottom: '14px' }}
          >
            {heading}
          </Text>
          {lines.map((line, index) => (
            <Text key={line} className="ink" style={index === 0 ? { ...text, fontWeight: 700 } : text}>
              {line}
            </Text>
          ))}
          {open ? <ActionButton {...open} /> : null}
        </Column>
      </Row>
    </Section>
  );
}

/** What is to be said in sentences. */
export function Paragraphs({ paragraphs }: { paragraphs: readonly string[] }) {
  return (
    <Section className="pad" style={{ padding: '0 24px 12px' }}>
      {paragraphs.map((paragraph) => (
        <Text key={paragraph} className="ink" style={{ ...text, paddingBottom: '12px' }}>
          {paragraph}
        </Text>
      ))}
    </Section>
  );
}

/** Who sold it, which booking it is. */
export function Closing({ lines }: { lines: readonly string[] }) {
  return (
    <Section className="pad" style={{ padding: '16px 24px 48px' }}>
      {lines.map((line) => (
        <Text key={line} className="ink" style={small}>
          {line}
        </Text>
      ))}
    </Section>
  );
}
