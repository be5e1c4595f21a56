'use client';

import de from '#lib/i18n/messages/de/common.json' with { type: 'json' };
import en from '#lib/i18n/messages/en/common.json' with { type: 'json' };
import './globals.css';

/** When even the layout failed there is no language to ask for, so both stand there. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body>
        <main className="wrap py-[clamp(28px,4vw,60px)]">
          {[en.error, de.error].map((words, index) => (
            <section key={words.title} lang={index === 0 ? 'en' : 'de'} className="mb-10">
              <h1 className="display-t5">{words.title}</h1>
              <p className="lead mt-4 max-w-[44ch]">{words.text}</p>
              {error.digest ? (
                <p className="mt-4 text-t1 text-ink-2">{words.reference.replace('{digest}', error.digest)}</p>
              ) : null}
            </section>
          ))}
          <a href="/" className="link">
            Foyer
          </a>
        </main>
      </body>
    </html>
  );
}
