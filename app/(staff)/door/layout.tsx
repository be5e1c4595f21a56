import type { Viewport } from 'next';
import type { ReactNode } from 'react';
import { ClientMessages } from '#components/site/client-messages.tsx';

// The ground of the door, for what the phone draws around it.
export const viewport: Viewport = { viewportFit: 'cover', themeColor: '#110d0a', colorScheme: 'dark' };

/** The door is dark, whatever the phone prefers. It guards nothing: each page and each verb asks for itself. */
export default function DoorLayout({ children }: { children: ReactNode }) {
  return (
    <div className="door" data-theme="dark">
      <ClientMessages namespaces={['door']}>{children}</ClientMessages>
    </div>
  );
}
