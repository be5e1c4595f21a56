import { invalidRequest, noSuch } from './errors.ts';
import type { FormObject } from './form.ts';
import type { Kind } from './objects.ts';
import { integer, list, text } from './params.ts';
import { type Page, textOf } from './store.ts';
import type { World } from './world.ts';

function createdRange(params: FormObject): Pick<Page, 'createdFrom' | 'createdTo'> {
  const created = params.created;
  if (created === undefined) return {};
  if (typeof created === 'string') {
    const exact = integer(params, 'created');
    return { createdFrom: exact, createdTo: exact };
  }
  const bound = (name: string) => integer(created, name, `created[${name}]`);
  const gt = bound('gt');
  const lt = bound('lt');
  return {
    createdFrom: bound('gte') ?? (gt === undefined ? undefined : gt + 1),
    createdTo: bound('lte') ?? (lt === undefined ? undefined : lt - 1),
  };
}

/** `types[]` or `type`, the latter with `*` for a group, as in `payment_intent.*`. */
function eventTypes(world: World, params: FormObject): string | string[] | undefined {
  const type = text(params, 'type');
  if (!type?.includes('*')) return list(params, 'types') ?? type;
  return world.store
    .all("SELECT DISTINCT belongs_to FROM objects WHERE kind = 'event' AND belongs_to GLOB ?", type)
    .map((row) => textOf(row, 'belongs_to'));
}

/** One page of a collection in Stripe's list form. `events` can be narrowed by type, charges and refunds by owner. */
export function listObjects(world: World, kind: Kind, url: string, params: FormObject): object {
  const limit = integer(params, 'limit') ?? 10;
  if (limit < 1 || limit > 100) {
    throw invalidRequest(`This value must be between 1 and 100.`, {
      code: 'parameter_invalid_integer',
      param: 'limit',
    });
  }
  const startingAfter = text(params, 'starting_after') || undefined;
  const endingBefore = text(params, 'ending_before') || undefined;
  for (const [name, cursor] of [
    ['starting_after', startingAfter],
    ['ending_before', endingBefore],
  ] as const) {
    if (cursor !== undefined && !world.store.find(kind, cursor)) throw noSuch(kind, cursor, name);
  }
  const belongsTo = kind === 'event' ? eventTypes(world, params) : text(params, 'payment_intent');
  const page = world.store.page(kind, {
    ...createdRange(params),
    limit,
    startingAfter,
    endingBefore,
    belongsTo: belongsTo || undefined,
    charge: text(params, 'charge') || undefined,
  });
  return { object: 'list', data: page.data, has_more: page.hasMore, url };
}
