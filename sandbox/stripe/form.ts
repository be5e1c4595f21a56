/** What a form-encoded body decodes to: leaves are strings, `a[b]` nests, `a[]` and `a[0]` become numbered keys. */
export type FormValue = string | FormObject;
export type FormObject = { [key: string]: FormValue };

const isObject = (value: FormValue | undefined): value is FormObject => typeof value === 'object';

/** Splits `metadata[booking][]` into `['metadata', 'booking', '']`. */
function pathOf(name: string): string[] {
  const open = name.indexOf('[');
  if (open <= 0) return [name];
  const path = [name.slice(0, open)];
  for (const match of name.slice(open).matchAll(/\[([^\]]*)\]/g)) path.push(match[1] ?? '');
  return path;
}

function emptyObject(): FormObject {
  // No prototype: a parameter called `__proto__` is then a parameter like any other.
  return Object.create(null) as FormObject;
}

function insert(target: FormObject, path: string[], value: string): void {
  let node = target;
  path.forEach((step, index) => {
    const key = step === '' ? String(Object.keys(node).length) : step;
    if (index === path.length - 1) {
      node[key] = value;
      return;
    }
    const existing = node[key];
    const next = isObject(existing) ? existing : emptyObject();
    node[key] = next;
    node = next;
  });
}

/** Decodes a query string or a form body in Stripe's bracket notation. */
export function decodeForm(text: string): FormObject {
  const result = emptyObject();
  for (const [name, value] of new URLSearchParams(text)) insert(result, pathOf(name), value);
  return result;
}

/** The same parameters in one fixed order, so that two bodies can be compared. */
export function canonicalForm(text: string): string {
  return [...new URLSearchParams(text)]
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('\n');
}
