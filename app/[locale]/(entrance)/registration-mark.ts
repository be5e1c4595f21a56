import { cookies } from 'next/headers';
import { registrationCookie } from '#lib/auth/registration-cookie.ts';

/** What this browser got when it last asked for an account, if it did. */
export async function markOfBrowser(): Promise<string | null> {
  return (await cookies()).get(registrationCookie().name)?.value ?? null;
}

/** Lets this browser confirm by one click what it has just asked for. The same for every address. */
export async function markBrowser(mark: string): Promise<void> {
  const { name, options } = registrationCookie();
  (await cookies()).set(name, mark, options);
}
