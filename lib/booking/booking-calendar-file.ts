import { database } from '../database.ts';
import { DomainError } from '../errors.ts';
import { loadBookingMail } from '../notifications/booking-mail.ts';
import { calendarFile, type MailAttachment } from '../notifications/mail-attachments.ts';
import type { BookingAccess } from './booking-access.ts';
import { findBooking } from './find-booking.ts';
import type { BookingStatus } from './read-booking.ts';

/** What puts a date into a calendar, or takes it out again. */
const WAS_BOUGHT: readonly string[] = ['confirmed', 'cancelled', 'refunded'] satisfies BookingStatus[];

/**
 * The calendar file of a booking that was confirmed, the same that its mail carried; when it has been cancelled since, the
 * file says so.
 *
 * @throws DomainError `not_found`, also for one that was never confirmed
 */
export async function bookingCalendarFile(reference: string, access: BookingAccess): Promise<MailAttachment> {
  const booking = await findBooking(reference, access);
  if (!WAS_BOUGHT.includes(booking.status)) throw new DomainError('not_found');
  const mail = await loadBookingMail(database(), booking.id, booking.buyerEmail ?? '');
  return calendarFile(mail, booking.now);
}
