'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const FIRST_MS = 1_000;
const LONGEST_MS = 10_000;

/** Loads the page's data anew until it no longer contains this: soon at first, then more and more calmly. */
export function LookAgain() {
  const router = useRouter();
  useEffect(() => {
    let pause = FIRST_MS;
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      router.refresh();
      pause = Math.min(pause * 1.3, LONGEST_MS);
      timer = setTimeout(look, pause);
    };
    timer = setTimeout(look, pause);
    return () => clearTimeout(timer);
  }, [router]);
  return null;
}
