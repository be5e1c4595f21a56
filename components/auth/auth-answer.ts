import type { ReactNode } from 'react';

/** What the actions behind the forms of the entrance answer, in the reader's language. */
export type AuthAnswer =
  | { kind: 'signed_in'; next: string }
  /** Whatever there is to tell went to this address. */
  | { kind: 'mailed'; email: string }
  /** `typed` fills the form again where no script kept it; a password is never sent back. */
  | { kind: 'refused'; message: string; typed: Record<string, string> }
  | { kind: 'incomplete'; problems: Record<string, string>; typed: Record<string, string> };

/** An action that a form calls, with and without scripts. Null: the page it is on shows by itself what has changed. */
export type AuthAction = (previous: AuthAnswer | null, data: FormData) => Promise<AuthAnswer | null>;

/** The words for each code that a schema or a verb of these forms gives, and `invalid` for any other. */
export type ProblemWords = Record<string, ReactNode> & { invalid: ReactNode };
