import type { MetadataRoute } from 'next';
import { messages } from '#lib/i18n/messages.ts';

/** What makes the site one that can be put on a home screen. It opens with somebody's bookings. */
export default function manifest(): MetadataRoute.Manifest {
  const { name, description } = messages.en.site;
  return {
    id: '/',
    name,
    short_name: name,
    description,
    lang: 'en',
    start_url: '/bookings',
    scope: '/',
    display: 'standalone',
    // The paper of tokens.css, in which manifests have no OKLCH.
    background_color: '#f9f7f2',
    theme_color: '#f9f7f2',
    icons: [
      { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  };
}
