'use client';

import { Logo } from '#components/site/logo.tsx';
import de from '#lib/i18n/messages/de/common.json' with { type: 'json' };
import en from '#lib/i18n/messages/en/common.json' with { type: 'json' };
import './globals.css';
import { fontVariables } from './fonts.ts';

/** When even the layout failed there is no language to ask for, so both stand there. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en" className={fontVariables}>
      <body>
        <header className="wrap flex h-[60px] items-center tablet:h-[76px]">
          <a href="/" aria-label="Foyer" className="flex min-h-11 items-center">
            <Logo />
          </a>
        </header>
        <main className="wrap py-[clamp(28px,4vw,60px)]">
          {[en.error, de.error].map((words, index) => (
            <section key={words.title} lang={index === 0 ? 'en' : 'de'} className="mb-10">
              {index === 0 ? (
                <h1 className="display-t6">{words.title}</h1>
              ) : (
                <h2 className="display-t5">{words.title}</h2>
              )}
              <p className="lead mt-4 max-w-[44ch]">{words.text}</p>
              {error.digest ? (
                <p className="mt-4 text-t1 text-ink-2">{words.reference.replace('{digest}', error.digest)}</p>
              ) : null}
            </section>
          ))}
          <a href="/" className="link inline-flex min-h-11 items-center">
            {en.error.home}
          </a>
        </main>
      </body>
    </html>
  );
}
