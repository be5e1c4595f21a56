'use client';

import { usePathname, useSearchParams } from 'next/navigation';

/** The other languages, for pages whose address carries none: the account keeps the choice, and this page comes again. */
export function LanguageForm({
  label,
  languages,
  button,
}: {
  label: string;
  languages: readonly { code: string; name: string }[];
  /** How each looks. */
  button: string;
}) {
  const path = usePathname();
  const search = useSearchParams().toString();
  return (
    <form method="post" action="/api/account/language" aria-label={label}>
      <input type="hidden" name="next" value={path + (search && `?${search}`)} />
      {languages.map(({ code, name }) => (
        <button key={code} type="submit" name="locale" value={code} lang={code} className={button}>
          {name}
        </button>
      ))}
    </form>
  );
}
