'use client';

import type { ComponentProps } from 'react';
import PublicError from '../(public)/error.tsx';

/** As on every other page for everyone. */
export default function EntranceError(props: ComponentProps<typeof PublicError>) {
  return <PublicError {...props} />;
}
