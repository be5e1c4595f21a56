import { hashPassword } from '../auth/passwords.ts';
import { countSignUp } from '../auth/rate-limits.ts';
import { registrationMark } from '../auth/registration-cookie.ts';
import { type RequestFrom, requestByMail } from './account-request.ts';
import type { RegisterInput } from './register.schema.ts';

/**
 * A flow: asks for an account. There is none before the key in the mail comes back (`confirm-registration`), so an
 * account's address is always one that its owner reads. Somebody whose address has an account hears of it by mail, and
 * the page says the same to both.
 *
 * @returns the mark for the browser that asked, whichever address it was: there the key alone will do
 * @throws DomainError `too_many_tries`, `busy`
 */
export async function register(input: RegisterInput, from: RequestFrom): Promise<{ mark: string }> {
  await countSignUp(from.address);
  // Hashed before anything is looked up, so that the time taken is the same for a known address.
  const passwordHash = await hashPassword(input.password);
  const { name, marketingConsent } = input;
  const registration = { name, passwordHash, marketingConsent };
  const { requestId } = await requestByMail('register', input.email, from, registration);
  return { mark: registrationMark(requestId) };
}
