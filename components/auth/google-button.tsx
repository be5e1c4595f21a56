'use client';

import { useState } from 'react';
import { Button } from '../ui/button.tsx';

/** Leads to Google and back. next-auth's browser half is loaded only when somebody presses it. */
export function GoogleButton({ label, next }: { label: string; next: string }) {
  const [busy, setBusy] = useState(false);
  const leave = async () => {
    setBusy(true);
    const { signIn } = await import('next-auth/react');
    await signIn('google', { callbackUrl: next });
  };
  return (
    <Button variant="line" wide disabled={busy} onClick={() => void leave()}>
      {label}
    </Button>
  );
}
