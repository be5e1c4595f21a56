import { database } from '../database.ts';
import { loadBookingMail } from '../notifications/booking-mail.ts';
import { calendarFile, type MailAttachment } from '../notifications/mail-attachments.ts';
import type { BookingAccess } from './booking-access.ts';
import { findBooking } from './find-booking.ts';

/**
 * The calendar file of a confirmed booking, the same that its mail carried.
 *
 * @throws DomainError `not_found`
 */
export async function bookingCalendarFile(reference: string, access: BookingAccess): Promise<MailAttachment> {
  const booking = await findBooking(reference, access);
  const mail = await loadBookingMail(database(), booking.id, booking.buyerEmail ?? '');
  return calendarFile(mail, booking.now);
}
