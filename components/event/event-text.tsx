import { useTranslations } from 'next-intl';
import { PageSection } from './page-section.tsx';

export type TextEvent = {
  language: string;
  programme: readonly { at: string; what: string }[];
};

/** What it is, and how the evening runs. */
export function EventText({ event, descriptionHtml }: { event: TextEvent; descriptionHtml: string }) {
  const t = useTranslations('event');
  return (
    <>
      <div
        lang={event.language}
        className="grid max-w-[var(--measure)] gap-4 [overflow-wrap:anywhere] [&>*]:min-w-0 [&_a[href]]:link [&_blockquote]:border-s-4 [&_blockquote]:border-tint-line [&_blockquote]:ps-4 [&_h3]:display-t3 [&_li]:ms-5 [&_ol]:list-decimal [&_ul]:list-disc [&>p:first-child]:lead"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: cleaned by lib/catalog/description-html.ts
        dangerouslySetInnerHTML={{ __html: descriptionHtml }}
      />
      {event.programme.length > 0 ? (
        <PageSection title={t('programme')}>
          <ol lang={event.language} className="mt-3.5">
            {event.programme.map(({ at, what }) => (
              <li
                key={`${at} ${what}`}
                className="grid grid-cols-[96px_1fr] border-t border-hairline py-3 tablet:max-desk:grid-cols-[64px_1fr]"
              >
                <time className="font-[640]">{at}</time>
                <span className="min-w-0 [overflow-wrap:anywhere]">{what}</span>
              </li>
            ))}
          </ol>
        </PageSection>
      ) : null}
    </>
  );
}
