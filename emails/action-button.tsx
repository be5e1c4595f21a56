import { Link } from '@react-email/components';
import { colors, text } from './look.ts';

export type MailLink = { label: string; href: string };

/** The one thing to do, as a cell with a colour: buttons made of a link alone lose theirs in some programs. */
export function ActionButton({ label, href }: MailLink) {
  return (
    <table role="presentation" cellPadding={0} cellSpacing={0} border={0} style={{ marginTop: '18px' }}>
      <tbody>
        <tr>
          <td className="act" style={{ backgroundColor: colors.accent, borderRadius: '3px' }}>
            <Link
              href={href}
              style={{
                ...text,
                display: 'inline-block',
                padding: '13px 20px',
                lineHeight: '20px',
                fontWeight: 700,
                color: colors.onAccent,
                textDecoration: 'none',
              }}
            >
              {label}
            </Link>
          </td>
        </tr>
      </tbody>
    </table>
  );
}
