import { BookingNotOpen } from '#components/booking/booking-not-open.tsx';

export default function NotFound() {
  return <BookingNotOpen />;
}
