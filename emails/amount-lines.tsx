import { Column, Row, Section } from '@react-email/components';
import { colors, text } from './look.ts';
import type { MailFrame } from './template.ts';

/** `quiet`: part of another line, such as the tax in a price. */
export type AmountLine = { label: string; amount: string; quiet?: boolean };

export type Amounts = { lines: readonly AmountLine[]; total: AmountLine };

/** Lines with an amount at their end; the last one is the sum. */
export function AmountLines({ lines, total, direction }: Amounts & Pick<MailFrame, 'direction'>) {
  const cell = { ...text, padding: '9px 0', borderBottom: `1px solid ${colors.hairline}` };
  const end = direction === 'rtl' ? 'left' : 'right';
  return (
    <Section className="pad" style={{ padding: '8px 24px 0' }}>
      <Section className="line" style={{ borderTop: `2px solid ${colors.rule}` }}>
        {[...lines.map((line) => ({ ...line, sum: false })), { ...total, sum: true }].map((line) => {
          const style = {
            ...cell,
            fontWeight: line.sum ? 700 : 400,
            fontSize: line.quiet ? '14px' : '16px',
          };
          return (
            <Row key={`${line.label}${line.sum}`}>
              <Column className="ink line" style={style}>
                {line.label}
              </Column>
              <Column
                className="ink line"
                align={end}
                valign="top"
                style={{ ...style, textAlign: end, whiteSpace: 'nowrap' }}
              >
                {line.amount}
              </Column>
            </Row>
          );
        })}
      </Section>
    </Section>
  );
}

/** The same in plain text. */
export function amountText({ lines, total }: Amounts): string {
  return [...lines, total].map((line) => `${line.label}: ${line.amount}`).join('\n');
}
