import { render } from '@react-email/components';
import { WORD_HEAD } from './look.ts';
import type { MailFrame, MailTemplate, RenderedMail } from './template.ts';

/** Subjects are one line: a name with a line break in it must not start another header. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** Renders a mail. The same props give the same mail, byte for byte. */
export async function renderMail<Props extends MailFrame>(
  template: MailTemplate<Props>,
  props: Props,
): Promise<RenderedMail> {
  const html = await render(<template.Body {...props} />);
  return {
    subject: oneLine(props.subject),
    // React writes no conditional comments.
    html: html.replace('</head>', () => `${WORD_HEAD}</head>`),
    text: `${template.text(props).trim()}\n`,
  };
}
