import { Link, Section, Text } from '@react-email/components';
import { ActionButton, type MailLink } from './action-button.tsx';
import { Closing, Frame, Paragraphs } from './frame.tsx';
import { colors, display, text } from './look.ts';
import type { MailFrame, MailTemplate } from './template.ts';

export type LetterProps = MailFrame & {
  heading: string;
  paragraphs: readonly string[];
  /** What was found, a link each. */
  links?: readonly MailLink[];
  /** The one thing to do, if there is one. */
  action: MailLink | null;
  /** What holds for it: for how long, for whom. */
  after: readonly string[];
  /** Why it came. */
  closing: readonly string[];
};

/** A mail that is about an account or an invitation, not about an evening: words, and one thing to do. */
export const letter: MailTemplate<LetterProps> = {
  Body(props) {
    const { heading, action, after, links = [] } = props;
    return (
      <Frame {...props}>
        <Section className="pad" style={{ padding: '0 24px 20px' }}>
          <Text className="ink title" style={{ ...display, fontSize: '40px', lineHeight: '42px' }}>
            {heading}
          </Text>
        </Section>
        <Paragraphs paragraphs={props.paragraphs} />
        {links.length > 0 ? (
          <Section className="pad" style={{ padding: '0 24px 20px' }}>
            {links.map(({ label, href }) => (
              <Text key={href} className="ink" style={{ ...text, paddingBottom: '12px' }}>
                <Link href={href} className="ink" style={{ color: colors.ink, textDecoration: 'underline' }}>
                  {label}
                </Link>
              </Text>
            ))}
          </Section>
        ) : null}
        {action ? (
          <Section className="pad" style={{ padding: '0 24px 28px' }}>
            <ActionButton {...action} />
          </Section>
        ) : null}
        {after.length > 0 ? <Paragraphs paragraphs={after} /> : null}
        <Closing lines={props.closing} />
      </Frame>
    );
  },

  text(props) {
    return [
      ...(props.testStamp ? [props.testStamp] : []),
      props.heading,
      ...props.paragraphs,
      ...(props.links ?? []).map(({ label, href }) => `${label}:\n${href}`),
      ...(props.action ? [`${props.action.label}:\n${props.action.href}`] : []),
      ...props.after,
      props.closing.join('\n'),
    ].join('\n\n');
  },
};
