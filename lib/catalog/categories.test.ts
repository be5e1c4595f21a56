import { eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { categories, events } from '#db/schema/index.ts';
import { useApplication } from '#sandbox/testing/application.ts';
import { anAdmin, codeOf, outsiders } from '../auth/testing.ts';
import { database } from '../database.ts';
import { createCategory } from './create-category.ts';
import { createEvent } from './create-event.ts';
import { listCategories } from './list-categories.ts';
import { mergeCategory } from './merge-category.ts';
import { moveCategory } from './move-category.ts';
import { publishEvent } from './publish-event.ts';
import { renameCategory } from './rename-category.ts';
import { parseSearch } from './search-events.schema.ts';
import { searchEvents } from './search-events.ts';
import { buildHouse, exampleEvent } from './testing.ts';

useApplication();

let counter = 0;
async function aCategory(): Promise<{ id: string; slug: string }> {
  counter += 1;
  const slug = `kind-${counter}-${crypto.randomUUID().slice(0, 8)}`;
  const { categoryId } = await createCategory(database(), await anAdmin(database()), {
    slug,
    names: { en: `Kind ${counter}`, de: `Art ${counter}` },
    position: 1000 + counter,
  });
  return { id: categoryId, slug };
}

const slugs = async () => (await listCategories(database(), 'en')).map(({ slug }) => slug);
const eventsIn = async (id: string) =>
  (await database().select({ id: events.id }).from(events).where(eq(events.categoryId, id))).length;

describe('categories', () => {
  test('are renamed in both languages, and keep their address', async () => {
    const admin = await anAdmin(database());
    const { id, slug } = await aCategory();
    const names = { en: 'Readings', de: 'Lesungen' };
    expect(await renameCategory(database(), admin, id, names)).toEqual({ changed: true });
    expect(await renameCategory(database(), admin, id, names)).toEqual({ changed: false });
    expect((await listCategories(database(), 'de')).find((one) => one.slug === slug)?.name).toBe('Lesungen');
    expect(await codeOf(renameCategory(database(), admin, id, { en: ' ', de: 'x' }))).toBe('invalid_input');
    expect(await codeOf(renameCategory(database(), admin, 'nothing', names))).toBe('not_found');
  });

  test('are moved one place, also when two admins move at once', async () => {
    const admin = await anAdmin(database());
    const made = [await aCategory(), await aCategory(), await aCategory()];
    const [first, second, third] = made;
    if (!first || !second || !third) throw new Error('three were made');
    const order = async () => (await slugs()).filter((slug) => made.some((one) => one.slug === slug));
    await moveCategory(database(), admin, third.id, 'up');
    expect(await order()).toEqual([first.slug, third.slug, second.slug]);
    expect(await moveCategory(database(), admin, second.id, 'down')).toEqual({ changed: false });
    await Promise.all([
      moveCategory(database(), admin, second.id, 'up'),
      moveCategory(database(), admin, second.id, 'up'),
    ]);
    expect(await order()).toEqual([second.slug, first.slug, third.slug]);
    const { rows } = await database().execute<{ count: number }>(
      sql`select count(*)::int as count from categories where merged_into is null group by position having count(*) > 1`,
    );
    expect(rows).toEqual([]);
  });

  test('are merged with their events, and the old address leads on', async () => {
    const admin = await anAdmin(database());
    const house = await buildHouse(database());
    const [from, into, older] = [await aCategory(), await aCategory(), await aCategory()];
    await mergeCategory(database(), admin, older.id, from.id);
    const { eventId, slug } = await createEvent(
      database(),
      house.owner,
      house.organizerId,
      exampleEvent(house, { category: from.slug }),
    );
    await publishEvent(database(), house.owner, house.organizerId, eventId);
    expect(await mergeCategory(database(), admin, from.id, into.id)).toEqual({ events: 1 });
    expect(await slugs()).not.toContain(from.slug);
    for (const category of [older.slug, from.slug, into.slug]) {
      const found = await searchEvents(database(), parseSearch({ category }), 'en', 50);
      expect(found.events.map((event) => event.slug)).toEqual([slug]);
    }
    expect(await codeOf(mergeCategory(database(), admin, from.id, into.id))).toBe('not_found');
    expect(await codeOf(mergeCategory(database(), admin, into.id, from.id))).toBe('not_found');
    expect(await codeOf(mergeCategory(database(), admin, into.id, into.id))).toBe('invalid_input');
    const later = createEvent(
      database(),
      house.owner,
      house.organizerId,
      exampleEvent(house, { category: from.slug }),
    );
    expect(await codeOf(later)).toBe('invalid_input');
  });

  test('that are merged into each other at once become one, and no event is lost on the way', async () => {
    const admin = await anAdmin(database());
    const house = await buildHouse(database());
    const [one, other] = [await aCategory(), await aCategory()];
    const make = (category: string) =>
      createEvent(database(), house.owner, house.organizerId, exampleEvent(house, { category })).then(
        () => 1,
        () => 0,
      );
    const [made, ...merged] = await Promise.all([
      Promise.all([one, other, one, other, one, other].map(({ slug }) => make(slug))),
      mergeCategory(database(), admin, one.id, other.id).catch(() => null),
      mergeCategory(database(), admin, other.id, one.id).catch(() => null),
    ]);
    expect(merged.filter(Boolean)).toHaveLength(1);
    const rows = await database()
      .select({ id: categories.id, mergedInto: categories.mergedInto })
      .from(categories)
      .where(sql`${categories.id} in (${one.id}, ${other.id})`);
    const gone = rows.filter(({ mergedInto }) => mergedInto !== null);
    expect(gone).toHaveLength(1);
    expect(await eventsIn(gone[0]?.id ?? '')).toBe(0);
    const kept = made.reduce((sum, count) => sum + count, 0);
    expect((await eventsIn(one.id)) + (await eventsIn(other.id))).toBe(kept);
  });

  test('are nobody’s to change but admins’', async () => {
    const house = await buildHouse(database());
    const { id } = await aCategory();
    for (const [who, actor] of await outsiders(database(), house.organizerId)) {
      for (const deed of [
        () => renameCategory(database(), actor, id, { en: 'x', de: 'x' }),
        () => moveCategory(database(), actor, id, 'up'),
        () => mergeCategory(database(), actor, id, crypto.randomUUID()),
      ])
        expect(['not_allowed', 'sign_in_needed', 'not_found'], who).toContain(await codeOf(deed()));
    }
    expect(await slugs()).toContain(
      (await database().select().from(categories).where(eq(categories.id, id)))[0]?.slug,
    );
  });
});
