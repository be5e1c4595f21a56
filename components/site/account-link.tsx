'use client';

import { useEffect, useState } from 'react';

/** The name of whoever is signed in, or null. Asked once a page load, however many places show it. */
let asked: Promise<string | null> | undefined;

async function askName(): Promise<string | null> {
  const response = await fetch('/api/me');
  const body: unknown = response.ok ? await response.json() : null;
  if (typeof body !== 'object' || body === null || !('name' in body)) return null;
  return typeof body.name === 'string' ? body.name : null;
}

/** The way to sign in; once it is known who is there, their name and the way out. */
export function AccountLink({
  signInAddress,
  signIn,
  signOut,
  className,
}: {
  signInAddress: string;
  signIn: string;
  signOut: string;
  className: string;
}) {
  const [name, setName] = useState<string | null>(null);
  useEffect(() => {
    asked ??= askName();
    // Without an answer the page stays as it came: with a way to sign in.
    asked.then(setName, () => setName(null));
  }, []);
  if (name === null) {
    return (
      <a href={signInAddress} className={className}>
        {signIn}
      </a>
    );
  }
  return (
    <form action="/api/auth/sign-out" method="post" className="flex items-center gap-4">
      <span className="max-w-[16ch] truncate">{name}</span>
      <button type="submit" className={className}>
        {signOut}
      </button>
    </form>
  );
}
