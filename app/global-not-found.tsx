import type { Metadata } from 'next';
import { connection } from 'next/server';
import { Logo } from '#components/site/logo.tsx';
import de from '#lib/i18n/messages/de/site.json' with { type: 'json' };
import en from '#lib/i18n/messages/en/site.json' with { type: 'json' };
import './globals.css';
import { fontVariables } from './fonts.ts';

export const metadata: Metadata = { title: en.title.replace('{page}', en.notFound.metaTitle) };

/**
 * For addresses outside every layout, such as a file that is not there. They carry no language, so both stand here;
 * pages that are not found have theirs in `[locale]/(public)/not-found.tsx`.
 */
export default async function GlobalNotFound() {
  await connection();
  return (
    <html lang="en" className={fontVariables}>
      <body>
        <header className="wrap flex h-[60px] items-center tablet:h-[76px]">
          <a href="/" aria-label={en.home} className="flex min-h-11 items-center">
            <Logo />
          </a>
        </header>
        <main className="wrap py-[clamp(28px,4vw,60px)]">
          {[en.notFound, de.notFound].map((words, index) => (
            <section key={words.title} lang={index === 0 ? 'en' : 'de'} className="mb-10">
              {index === 0 ? (
                <h1 className="display-t6">{words.title}</h1>
              ) : (
                <h2 className="display-t5">{words.title}</h2>
              )}
              <p className="lead mt-4 max-w-[44ch]">{words.text}</p>
              <p className="mt-4">
                <a
                  href={index === 0 ? '/events' : '/de/events'}
                  className="link inline-flex min-h-11 items-center"
                >
                  {words.events}
                </a>
              </p>
            </section>
          ))}
        </main>
      </body>
    </html>
  );
}
