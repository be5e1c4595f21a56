'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect, useRef, useTransition } from 'react';
import { filterAddress } from './filter-address.ts';

/**
 * A plain GET form that answers at once: a ticked box or a changed date is a new address. Its fields are rendered on
 * the server and keep their own state; when the address changes (back, a filter let go), they are set to it again.
 */
export function FilterForm({
  action,
  search,
  label,
  children,
}: {
  action: string;
  /** The search part of the current address. */
  search: string;
  label: string;
  children: ReactNode;
}) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [pending, startTransition] = useTransition();
  const shown = useRef<string | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `go` is the same at each address
  useEffect(() => {
    const params = new URLSearchParams(search);
    const first = shown.current === null;
    shown.current = search;
    // What was chosen while the script was on its way is answered now.
    const early = first && form.current ? changedField(form.current, params) : undefined;
    if (early !== undefined) {
      go(early);
      return;
    }
    form.current?.reset();
    // React leaves the default of a select as it first was, so resetting does not bring it to the address.
    for (const select of form.current?.querySelectorAll('select') ?? []) {
      select.value = params.get(select.name) ?? '';
    }
  }, [search]);

  useEffect(() => {
    // A form sent before its script was there, such as the search in the header, leaves its empty fields in the address.
    const { pathname, search: query, hash } = window.location;
    const clean = filterAddress(pathname, new URLSearchParams(query), null);
    if (/[?&][^=&]*=(&|$)/.test(query)) window.history.replaceState(null, '', clean + hash);
    // The way here from the magnifying glass on a phone.
    if (hash === '#q') form.current?.querySelector<HTMLInputElement>('#q')?.focus();
  }, []);

  function go(changed: string | null) {
    if (!form.current) return;
    const address = filterAddress(action, new FormData(form.current), changed);
    startTransition(() => router.push(address, { scroll: false }));
  }

  return (
    <search aria-label={label}>
      <form
        ref={form}
        action={action}
        aria-busy={pending}
        // A browser that fills the fields again by itself would look like a choice.
        autoComplete="off"
        onSubmit={(submit) => {
          submit.preventDefault();
          go(null);
        }}
        onChange={({ target }) => {
          if (target instanceof HTMLSelectElement) go(target.name);
          // A text is complete when it is sent; everything else answers at once.
          if (target instanceof HTMLInputElement && target.type !== 'search') go(target.name);
        }}
        className="relative transition-opacity duration-[var(--fast)] aria-busy:opacity-60"
      >
        {children}
      </form>
    </search>
  );
}

/** The first field that says something else than the address it was rendered for. A text is sent by whoever typed it. */
function changedField(form: HTMLFormElement, params: URLSearchParams): string | undefined {
  for (const field of form.elements) {
    if (field instanceof HTMLSelectElement && field.value !== (params.get(field.name) ?? ''))
      return field.name;
    if (!(field instanceof HTMLInputElement) || field.type === 'search') continue;
    const ticked =
      field.type === 'radio'
        ? field.checked && !field.defaultChecked
        : field.checked !== field.defaultChecked;
    if (ticked || field.value !== field.defaultValue) return field.name;
  }
  return undefined;
}
