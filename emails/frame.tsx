import { Container, Head, Html, Preview, Section, Text } from '@react-email/components';
import type { ReactNode } from 'react';
import { colors, display, HEAD_STYLE, small, text } from './look.ts';
import type { MailFrame } from './template.ts';

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
      </Head>
      {/* Not react-email's own Body: that paints the paper on a cell that no class reaches, so dark mode could not. */}
      <body className="paper" style={{ margin: 0, padding: 0, backgroundColor: colors.paper }}>
        <Preview>{preview}</Preview>
        <Container style={{ width: '100%', maxWidth: '600px', margin: '0 auto' }}>
          <Section className="pad" style={{ padding: '28px 24px 20px' }}>
            <Text className="ink" style={{ ...display, fontSize: '24px', lineHeight: '28px' }}>
              Foyer
            </Text>
          </Section>
          {testStamp ? (
            <Section className="pad" style={{ padding: '0 24px 20px' }}>
              <Text
                style={{
                  ...text,
                  fontWeight: 700,
                  padding: '10px 16px',
                  backgroundColor: colors.warn,
                  color: colors.onWarn,
                }}
              >
                {testStamp}
              </Text>
            </Section>
          ) : null}
          {children}
        </Container>
      </body>
    </Html>
  );
}

/** The big line and what stands under it. */
export function Opening({ heading, lines }: { heading: string; lines: readonly string[] }) {
  return (
    <Section className="pad" style={{ padding: '0 24px 4px' }}>
      <Text
        className="ink title"
        style={{ ...display, fontSize: '46px', lineHeight: '46px', paddingBottom: '14px' }}
      >
        {heading}
      </Text>
      {lines.map((line) => (
        <Text key={line} className="ink" style={text}>
          {line}
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
