import { Column, Row, Section } from '@react-email/components';
import { colors, text } from './look.ts';

export type AmountLine = { label: string; amount: string };

/** Lines with an amount at their end; the last one is the sum. */
export function AmountLines({ lines, total }: { lines: readonly AmountLine[]; total: AmountLine }) {
  const cell = { ...text, padding: '9px 0', borderBottom: `1px solid ${colors.hairline}` };
  return (
    <Section className="pad" style={{ padding: '8px 24px 0' }}>
      <Section className="line" style={{ borderTop: `2px solid ${colors.rule}` }}>
        {[...lines.map((line) => ({ ...line, sum: false })), { ...total, sum: true }].map((line) => (
          <Row key={`${line.label}${line.sum}`}>
            <Column className="ink line" style={{ ...cell, fontWeight: line.sum ? 700 : 400 }}>
              {line.label}
            </Column>
            <Column
              className="ink line"
              align="right"
              style={{ ...cell, fontWeight: line.sum ? 700 : 400, textAlign: 'end', whiteSpace: 'nowrap' }}
            >
              {line.amount}
            </Column>
          </Row>
        ))}
      </Section>
    </Section>
  );
}

/** The same in plain text. */
export function amountText({ lines, total }: { lines: readonly AmountLine[]; total: AmountLine }): string {
  return [...lines, total].map((line) => `${line.label}: ${line.amount}`).join('\n');
}
