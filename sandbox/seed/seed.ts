import { Client } from 'pg';
import { cancelEvent } from '#lib/catalog/cancel-event.ts';
import { publishEvent } from '#lib/catalog/publish-event.ts';
import { database } from '#lib/database.ts';
import { type Controls, setClockOffset } from '../move-clock.ts';
import { type CreatedSeedEvent, createCatalogue } from './create-catalogue.ts';
import { createPeople, inviteOthers, type People } from './create-people.ts';
import { leaveInCart, makeBooking } from './make-booking.ts';
import { planBookings, publishedAt, type Wave } from './plan-bookings.ts';
import { prepareTarget } from './prepare-target.ts';
import { programme } from './programme.ts';
import { settleMail } from './settle-mail.ts';
import { smallProgramme } from './small.ts';
import type { SeedEvent } from './types.ts';

export type SeedOptions = {
  /** The database, seen by its owner. */
  ownerUrl: string;
  /** Where the stand-ins are steered, whose clock moves with the database's. */
  controls: Controls;
  paymentsMode: string;
  /** Told in a line how far it is. */
  onProgress?: (line: string) => void;
};

export type SeedResult =
  | { kind: 'already_seeded' }
  | { kind: 'seeded'; events: number; bookings: number; milliseconds: number };

/** Bookings under way at once: enough to keep two cores busy, less than the connection pool has. */
const AT_ONCE = 8;
const DAY = 86_400_000;
/** Any number that nothing else locks. */
const SEED_LOCK = 7_310_442;

/**
 * Fills an empty sandbox with the demo's events, people and weeks of sales, through the same verbs that people use,
 * with the clock moved back and then forward wave by wave. `lib/env.ts` must find a complete environment.
 *
 * @throws SeedRefused for a database that is not the seed's to fill
 */
export function seed(options: SeedOptions): Promise<SeedResult> {
  return fill(options, programme);
}

/** The same with six events of fixed slugs, for journeys in a browser. */
export function seedSmall(options: SeedOptions): Promise<SeedResult> {
  return fill(options, smallProgramme);
}

async function fill(options: SeedOptions, events: readonly SeedEvent[]): Promise<SeedResult> {
  const started = performance.now();
  const owner = new Client({ connectionString: options.ownerUrl });
  await owner.connect();
  try {
    // Two seeds at once would be two programmes; the second waits, and finds it done.
    await owner.query('SELECT pg_advisory_lock($1)', [SEED_LOCK]);
    const found = await prepareTarget(owner, options.paymentsMode);
    if (found === 'seeded') return { kind: 'already_seeded' };
    const bookings = await liveThroughWeeks(options, owner, events);
    await owner.query('UPDATE sandbox_clock SET seeded_at = app_now()');
    return { kind: 'seeded', events: events.length, bookings, milliseconds: performance.now() - started };
  } finally {
    await owner.end();
  }
}

async function liveThroughWeeks(
  { ownerUrl, controls, onProgress = () => undefined }: SeedOptions,
  owner: Client,
  events: readonly SeedEvent[],
): Promise<number> {
  const now = new Date();
  const goTo = (instant: Date) => setClockOffset(ownerUrl, controls, instant.getTime() - Date.now());
  const waves = planBookings(events, now);
  const total = waves.reduce((sum, wave) => sum + wave.bookings.length, 0);
  await sendWebhooks(controls, false);
  try {
    await goTo(new Date(Math.min(...events.map((event) => publishedAt(event, now).getTime())) - 7 * DAY));
    const people = await createPeople(owner);
    const created = await createCatalogue(people, events, now);
    onProgress(`${events.length} events, ${Object.keys(people.organizers).length} organizers`);
    let done = 0;
    for (const step of timeline(events, waves, now)) {
      await goTo(step.at);
      for (const event of step.publish) await publish(event, people, created);
      for (const event of step.cancel) await cancel(event, people, created);
      await inParallel(step.bookings, (planned) =>
        makeBooking(
          planned,
          eventOf(planned.eventSlug, created),
          planned.signedIn ? people.attendee.userId : null,
        ),
      );
      done += step.bookings.length;
      if (step.bookings.length > 0) {
        onProgress(`${step.at.toISOString().slice(0, 10)}: ${done} of ${total} bookings`);
      }
    }
    await settleMail(owner);
    await setClockOffset(ownerUrl, controls, 0);
    for (const event of events) {
      for (const type of event.tickets) await leaveInCart(eventOf(event.slug, created), type);
    }
    await inviteOthers(people);
    return total;
  } finally {
    // Also when it failed: whatever comes next must not live in the past.
    await setClockOffset(ownerUrl, controls, 0);
    await sendWebhooks(controls, true);
  }
}

type Step = Wave & { publish: SeedEvent[]; cancel: SeedEvent[] };

/** Publications, sales and cancellations in the order in which they happened. */
function timeline(events: readonly SeedEvent[], waves: readonly Wave[], now: Date): Step[] {
  const steps: Step[] = [
    ...waves.map((wave) => ({ ...wave, publish: [], cancel: [] })),
    ...events.map((event) => ({ at: publishedAt(event, now), bookings: [], publish: [event], cancel: [] })),
    ...events.flatMap((event) =>
      event.cancelled
        ? [
            {
              at: new Date(now.getTime() - event.cancelled.daysAgo * DAY),
              bookings: [],
              publish: [],
              cancel: [event],
            },
          ]
        : [],
    ),
  ];
  return steps.sort((a, b) => a.at.getTime() - b.at.getTime());
}

async function publish(
  event: SeedEvent,
  people: People,
  created: ReadonlyMap<string, CreatedSeedEvent>,
): Promise<void> {
  const { organizerId, owner } = people.organizers[event.organizer];
  await publishEvent(database(), owner, organizerId, eventOf(event.slug, created).eventId);
}

async function cancel(
  event: SeedEvent,
  people: People,
  created: ReadonlyMap<string, CreatedSeedEvent>,
): Promise<void> {
  const { organizerId, owner } = people.organizers[event.organizer];
  const reason = event.cancelled?.reason ?? '';
  await cancelEvent(database(), owner, organizerId, eventOf(event.slug, created).eventId, { reason });
}

function eventOf(slug: string, created: ReadonlyMap<string, CreatedSeedEvent>): CreatedSeedEvent {
  const event = created.get(slug);
  if (!event) throw new Error(`${slug} was not created`);
  return event;
}

/** Nobody listens yet, and the seed reconciles by itself: what Stripe would tell is not kept for later. */
async function sendWebhooks(controls: Controls, on: boolean): Promise<void> {
  const stripeControlUrl = controls.SANDBOX_STRIPE_CONTROL_URL;
  if (stripeControlUrl === undefined) return;
  const response = await fetch(`${stripeControlUrl}/webhooks`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ dropNext: on ? 0 : 'all' }),
  });
  if (!response.ok) throw new Error(`The Stripe stand-in kept its webhooks: ${response.status}`);
}

async function inParallel<T>(items: readonly T[], run: (item: T) => Promise<void>): Promise<void> {
  const waiting = items.values();
  const lane = async () => {
    for (const item of waiting) await run(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}
