import { createNavigation } from 'next-intl/navigation';
import { routing } from './routing.ts';

/** Links and redirects that keep the language of the page. Dashboard, admin and door have none: use next/link there. */
export const { Link, getPathname, redirect } = createNavigation(routing);
