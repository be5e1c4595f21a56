'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useLocale } from 'next-intl';
import { useEffect, useState } from 'react';
import { routing } from '#lib/i18n/routing.ts';
import { Monogram, type Picture } from '../ui/monogram.tsx';
import { languagePath } from './language-path.ts';
import { signInAddress } from './sign-in-address.ts';

/** `mark` tells their account from others'. */
type Person = { name: string; mark: string; picture: Picture | null };

/** Whoever is signed in, or null. Asked once a page load, however many places show it. */
let asked: Promise<Person | null> | undefined;

async function askWho(): Promise<Person | null> {
  const response = await fetch('/api/me');
  const body: unknown = response.ok ? await response.json() : null;
  if (typeof body !== 'object' || body === null || !('name' in body) || !('mark' in body)) return null;
  const { name, mark } = body;
  if (typeof name !== 'string' || typeof mark !== 'string') return null;
  return { name, mark, picture: 'picture' in body && isPicture(body.picture) ? body.picture : null };
}

/**
 * What an account has had kept for reading without a network is for whoever is signed in to it, and nobody else. Asked for
 * by its registration: a page that was loaded past its worker has none that controls it.
 */
async function tellWorker(mark: string | null): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  registration?.active?.postMessage({ type: 'who', mark });
}

const isPicture = (value: unknown): value is Picture =>
  typeof value === 'object' && value !== null && 'src' in value && 'srcSet' in value;

/** The way to sign in and back here; once it is known who is there, their name, their bookings and the way out. */
export function AccountLink({
  addresses,
  words,
  className,
  layout,
}: {
  addresses: { signIn: string; bookings: string; account: string };
  words: { signIn: string; signOut: string; bookings: string; account: string };
  className: string;
  /** `row` in the bar, `column` in the phone's menu. */
  layout: 'row' | 'column';
}) {
  const locale = useLocale();
  const path = usePathname();
  const search = useSearchParams().toString();
  const [person, setPerson] = useState<Person | null>(null);
  useEffect(() => {
    asked ??= askWho();
    // Without an answer the page stays as it came: with a way to sign in.
    asked.then(
      (found) => {
        setPerson(found);
        tellWorker(found?.mark ?? null).catch(() => {
          // A browser that forbids storage has kept nothing.
        });
      },
      () => setPerson(null),
    );
  }, []);
  if (person === null) {
    const here = languagePath(path, locale, routing.locales, routing.defaultLocale);
    return (
      <div className={layout === 'row' ? 'flex items-center gap-4 whitespace-nowrap desk:gap-5' : ''}>
        {/* Without an account too: tickets that this device has bought, and a way to others. */}
        <a href={addresses.bookings} className={className}>
          {words.bookings}
        </a>
        <a href={signInAddress(addresses.signIn, here, search)} className={className}>
          {words.signIn}
        </a>
      </div>
    );
  }
  return (
    <div className={layout === 'row' ? 'flex items-center gap-4 whitespace-nowrap desk:gap-5' : ''}>
      <a href={addresses.account} title={words.account} className={className}>
        <span className="sr-only">{words.account}: </span>
        <Monogram {...person} size="small" />
        <span
          className={`ms-2 truncate ${layout === 'row' ? 'max-w-[16ch] max-desk:sr-only' : 'max-w-[22ch]'}`}
        >
          {person.name}
        </span>
      </a>
      <a href={addresses.bookings} className={className}>
        {words.bookings}
      </a>
      <form action="/api/auth/sign-out" method="post">
        <input type="hidden" name="locale" value={locale} />
        <button type="submit" className={className}>
          {words.signOut}
        </button>
      </form>
    </div>
  );
}
