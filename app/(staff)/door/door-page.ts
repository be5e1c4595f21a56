import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import type { DoorProgress } from '#components/door/door-answer.ts';
import type { Account } from '#lib/auth/session-row.ts';
import { database } from '#lib/database.ts';
import { env } from '#lib/env.ts';
import type { Locale } from '#lib/i18n/routing.ts';
import { doorName } from '#lib/tickets/check-in-ticket.schema.ts';
import { type DoorEvent, findDoorEvent } from '#lib/tickets/door-event.ts';
import { doorProgress } from '#lib/tickets/door-progress.ts';
import { orNotFound, staffAccount } from '../staff-page.ts';

/** What this device calls its door: no secret, and no business of any page but the door's. */
const COOKIE = 'foyer_door';
const A_YEAR = 365 * 24 * 60 * 60;

/** The door this device stands at, or null while nobody has said. */
async function doorOfDevice(): Promise<string | null> {
  const kept = doorName.safeParse((await cookies()).get(COOKIE)?.value);
  return kept.success ? kept.data : null;
}

/** Remembers it. For actions. */
export async function rememberDoor(name: string): Promise<void> {
  (await cookies()).set(COOKIE, name, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/door',
    secure: env().appUrl.startsWith('https:'),
    maxAge: A_YEAR,
  });
}

type DoorPage = {
  account: Account;
  locale: Locale;
  event: DoorEvent;
  progress: DoorProgress;
  door: string | null;
  /** For forms that are sent without a script. */
  scanId: string;
};

/** Everything that the pages of one event's door begin with. */
export async function doorPage(slug: string, here: string): Promise<DoorPage> {
  const { account, locale } = await staffAccount(here);
  const event = await orNotFound(findDoorEvent(database(), account.actor, slug));
  const [progress, door] = await Promise.all([
    doorProgress(database(), account.actor, event.id),
    doorOfDevice(),
  ]);
  return { account, locale, event, progress, door, scanId: randomUUID() };
}

/** The title of a door's page, which tells outsiders nothing. */
export async function doorTitle(): Promise<Metadata> {
  const t = await getTranslations('door');
  return { title: t('title') };
}
