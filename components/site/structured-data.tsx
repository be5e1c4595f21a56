import { type StructuredData as Data, scriptText } from '#lib/structured-data.ts';

/**
 * What the page says, for machines. A script element whose type is none of a script is data: nothing runs it, so the
 * Content-Security-Policy does not ask it for a nonce.
 * https://html.spec.whatwg.org/multipage/scripting.html#prepare-the-script-element (data blocks)
 */
export function StructuredData({ data }: { data: Data }) {
  return (
    <script
      type="application/ld+json"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON in which "<" cannot occur
      dangerouslySetInnerHTML={{ __html: scriptText(data) }}
    />
  );
}
