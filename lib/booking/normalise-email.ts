/** Mail services that ignore dots before the @. */
const IGNORES_DOTS = new Set(['gmail.com', 'googlemail.com']);

/**
 * The address as its mailbox counts it: lower case, without a +tag, without dots where the service ignores them. For
 * limits per buyer only; mail goes to what was typed.
 */
export function normaliseEmail(address: string): string {
  const lower = address.trim().toLowerCase();
  const at = lower.lastIndexOf('@');
  const domain = lower.slice(at + 1);
  const mailbox = lower.slice(0, at).split('+')[0] ?? '';
  const plain = IGNORES_DOTS.has(domain) ? mailbox.replaceAll('.', '') : mailbox;
  return `${plain}@${domain === 'googlemail.com' ? 'gmail.com' : domain}`;
}
