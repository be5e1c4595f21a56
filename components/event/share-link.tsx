'use client';

import { useState } from 'react';

/**
 * Hands the page on with what the device offers for it; where it offers nothing, the address is copied. Without its
 * script the address bar has to do.
 */
export function ShareLink({ title, words }: { title: string; words: { share: string; copied: string } }) {
  const [copied, setCopied] = useState(false);

  async function share() {
    const { origin, pathname } = window.location;
    const url = origin + pathname;
    try {
      if ('share' in navigator) {
        await navigator.share({ title, url });
        return;
      }
      await window.navigator.clipboard.writeText(url);
      setCopied(true);
      setTimeout(() => setCopied(false), 4000);
    } catch {
      // Turned away by whoever was asked, or not allowed here: nothing has happened.
    }
  }

  return (
    <button
      type="button"
      onClick={share}
      className="inline-flex min-h-11 min-w-11 items-center underline underline-offset-[3px] hover:decoration-2 noscript:hidden"
    >
      <span role="status">{copied ? words.copied : words.share}</span>
    </button>
  );
}
