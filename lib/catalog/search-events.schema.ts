import { z } from 'zod';

/**
 * The filters of the event list, as they stand in its address. Whatever cannot be read is left out: an old or
 * mistyped link shows more, never an error.
 */

/** Text somebody typed, on one line; control characters have no place in a query. */
const words = z
  .string()
  .transform((text) =>
    text
      .replaceAll(/[\p{Cc}\s]+/gu, ' ')
      .trim()
      .slice(0, 100),
  )
  .pipe(z.string().min(1));
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
/** A calendar date. PostgreSQL's calendar has no year 0, and nothing in the first thousand is an event. */
const date = z.iso.date().refine((text) => text >= '1000');
/** Where a page ended: the last event's start and id. */
const cursor = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z_[0-9a-f-]{36}$/)
  .refine(
    (text) =>
      text >= '1000' &&
      z.iso.datetime().safeParse(text.slice(0, 24)).success &&
      z.uuid().safeParse(text.slice(25)).success,
  );

/** The value of `city` that stands for events without a place. */
export const ONLINE = 'online';

export type SearchFilters = {
  /** Words that must all occur. */
  q: string | null;
  /** Slugs; an event has one of them. */
  categories: string[];
  /** A city's name, or `online`. */
  city: string | null;
  /** Local calendar dates, as 2027-03-12, both included. */
  from: string | null;
  to: string | null;
  /** Counted from today where the event is; stands aside when `from` or `to` is given. */
  when: 'today' | 'weekend' | 'week' | null;
  /** Free only, paid only, or the most that the cheapest ticket may cost: whole units of the event's own currency. */
  price: 'free' | 'paid' | number | null;
  /** Leaves out what can no longer be had. What is only held may come back and stays. */
  hideSoldOut: boolean;
  after: string | null;
};

type Params = URLSearchParams | Record<string, string | string[] | undefined>;

function valuesOf(params: Params, name: string): string[] {
  if (params instanceof URLSearchParams) return params.getAll(name);
  const value = params[name];
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

/** The first value that can be read, or null. */
function first<T>(params: Params, name: string, type: z.ZodType<T>): T | null {
  for (const value of valuesOf(params, name)) {
    const parsed = type.safeParse(value);
    if (parsed.success) return parsed.data;
  }
  return null;
}

/** Reads the filters out of an address. */
export function parseSearch(params: Params): SearchFilters {
  const ends = [first(params, 'from', date), first(params, 'to', date)] as const;
  // A range the wrong way round is the same range.
  const [from, to] = ends[0] !== null && ends[1] !== null && ends[1] < ends[0] ? [ends[1], ends[0]] : ends;
  const categories = valuesOf(params, 'category')
    .flatMap((value) => value.split(','))
    .filter((value) => slug.safeParse(value).success);
  return {
    q: first(params, 'q', words),
    categories: [...new Set(categories)].slice(0, 30),
    city: first(params, 'city', words),
    from,
    to,
    when: from === null && to === null ? first(params, 'when', z.enum(['today', 'weekend', 'week'])) : null,
    price: first(
      params,
      'price',
      z.union([
        z.enum(['free', 'paid']),
        z
          .string()
          .regex(/^\d{1,7}$/)
          .transform(Number),
      ]),
    ),
    hideSoldOut: first(params, 'available', z.literal('1')) !== null,
    after: first(params, 'after', cursor),
  };
}

/** Writes filters into an address, in one order, so that the same filters are always the same page. */
export function searchParamsOf(filters: Partial<SearchFilters>): URLSearchParams {
  const params = new URLSearchParams();
  const set = (name: string, value: string | number | null | undefined) => {
    if (value !== null && value !== undefined) params.set(name, String(value));
  };
  set('q', filters.q);
  for (const category of [...(filters.categories ?? [])].sort()) params.append('category', category);
  set('city', filters.city);
  set('from', filters.from);
  set('to', filters.to);
  set('when', filters.when);
  set('price', filters.price);
  if (filters.hideSoldOut) params.set('available', '1');
  set('after', filters.after);
  return params;
}
