import { invalidRequest } from './errors.ts';
import type { FormObject } from './form.ts';
import type { Kind } from './objects.ts';
import { list } from './params.ts';
import type { World } from './world.ts';

const KINDS: ReadonlyMap<string, Kind> = new Map([
  ['pi', 'payment_intent'],
  ['ch', 'charge'],
  ['py', 'charge'],
  ['re', 'refund'],
  ['pyr', 'refund'],
  ['pm', 'payment_method'],
  ['dp', 'dispute'],
]);
/** Fields that hold an id and can be asked for as objects. */
const EXPANDABLE = new Set(['latest_charge', 'payment_intent', 'payment_method', 'charge', 'refunds']);
const DEEPEST = 4;

type Json = Record<string, unknown>;
const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function load(world: World, id: string): unknown {
  const kind = KINDS.get(id.slice(0, id.indexOf('_')));
  return kind ? world.store.find(kind, id) : undefined;
}

function refundsOf(world: World, charge: Json): unknown {
  const id = String(charge.id);
  const page = world.store.page('refund', { limit: 10, charge: id });
  return { object: 'list', data: page.data, has_more: page.hasMore, url: `/v1/charges/${id}/refunds` };
}

function expandPath(world: World, object: unknown, path: readonly string[], whole: string): unknown {
  if (!isJson(object)) return object;
  const [field, ...rest] = path;
  if (field === undefined) return object;
  const value = object[field];
  if (field === 'data' && Array.isArray(value)) {
    return { ...object, data: value.map((one) => expandPath(world, one, rest, whole)) };
  }
  if (!EXPANDABLE.has(field)) {
    throw invalidRequest(
      `This property cannot be expanded (${whole}). You may want to try expanding '${field}' instead.`,
      { param: 'expand' },
    );
  }
  const expanded =
    field === 'refunds' && object.object === 'charge'
      ? refundsOf(world, object)
      : typeof value === 'string'
        ? (load(world, value) ?? value)
        : value;
  return { ...object, [field]: expandPath(world, expanded, rest, whole) };
}

/** Replaces ids by the objects they name, as `expand[]` asks. */
export function expand(world: World, params: FormObject, answer: unknown): unknown {
  let result = answer;
  for (const path of list(params, 'expand') ?? []) {
    const steps = path.split('.');
    if (steps.length > DEEPEST + 1) {
      throw invalidRequest(`You cannot expand more than ${DEEPEST} levels of a property.`, {
        param: 'expand',
      });
    }
    result = expandPath(world, result, steps, path);
  }
  return result;
}
