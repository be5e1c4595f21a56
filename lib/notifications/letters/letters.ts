import {
  accountErased,
  accountKnown,
  accountUnknown,
  eraseAccount,
  passwordChanged,
  passwordReset,
  registration,
  signInLink,
} from './account-letters.ts';
import { bookingsFound } from './bookings-found.ts';
import { emailChange, emailChanged } from './email-letters.ts';
import { invitation } from './invitation.ts';
import type { LetterWriter } from './letter-row.ts';
import { ticketClaimed, transferEnded, transferOffered } from './transfer-letters.ts';

/** Who writes which letter. What is not here is a mail about a booking; see `compose-mail`. */
export const letters = {
  sign_in_link: signInLink,
  password_reset: passwordReset,
  registration,
  account_known: accountKnown,
  account_unknown: accountUnknown,
  bookings_found: bookingsFound,
  password_changed: passwordChanged,
  email_change: emailChange,
  email_changed: emailChanged,
  erase_account: eraseAccount,
  account_erased: accountErased,
  invitation,
  transfer_offered: transferOffered,
  ticket_claimed: ticketClaimed,
  transfer_ended: transferEnded,
} satisfies Record<string, LetterWriter>;

export type LetterKind = keyof typeof letters;

/** True for a kind that somebody here writes. */
export const isLetterKind = (kind: string): kind is LetterKind => Object.hasOwn(letters, kind);
