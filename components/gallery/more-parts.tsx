import { BookingRow } from '../booking/booking-row.tsx';
import type { ListedBooking } from '../booking/listed-booking.ts';
import { ReceiptSheet } from '../booking/receipt-sheet.tsx';
import type { CardEvent } from '../event/event-card.tsx';
import { FilterTokens } from '../event/filter-tokens.tsx';
import { FoldMenu } from '../ui/fold-menu.tsx';
import { LivePicker } from './live-parts.tsx';
import { Part, Row } from './part.tsx';

const receipt = {
  number: 'K7QM2F9XHB',
  issued: '12 March 2027',
  paid: 'Fri 12 Mar, 20:14 (WET)',
  event: 'Salt & Static',
  held: 'Fri 12 Mar, 20:00, Cine Incrível, Lisbon',
  seller: {
    name: 'Maré Baixa',
    email: 'ola@marebaixa.example',
    country: 'Portugal',
    legalName: 'Maré Baixa, Cooperativa Cultural, CRL',
    legalAddress: 'Rua da Boavista 84\n1200-068 Lisboa',
    taxNumber: 'PT500000000',
  },
  buyer: { name: 'Ágnes Żółw', email: 'agnes@example.org' },
  currency: 'EUR',
  items: [{ key: 'standing', name: 'Standing', quantity: 2, each: 2400, amount: 4800 }],
  discount: { code: 'SALT20', amount: 960 },
  fee: 200,
  net: 3122,
  tax: 718,
  taxRate: 2300,
  total: 3840,
  creditNotes: [{ number: 'K7QM2F9XHB-C1', issued: '14 March 2027', amount: 1920, tax: 359 }],
};

/** What is put together from the primitives: choosing, menus, lists of bookings, paper. */
export function MoreParts({ id, card }: { id: (name: string) => string; card: CardEvent }) {
  const booking = (changes: Partial<ListedBooking>): ListedBooking => ({
    at: { booking: 'K7QM2F9XHB' },
    status: 'confirmed',
    tickets: 2,
    offered: 0,
    used: 0,
    total: 4800,
    returned: null,
    currency: 'EUR',
    event: { ...card, doorsAt: null, status: 'published' },
    shelf: 'upcoming',
    poster: card.poster,
    ...changes,
  });
  const types = (['on_sale', 'sold_out'] as const).map((kind) => ({
    id: id(kind),
    name: kind === 'on_sale' ? 'Standing' : 'Balcony',
    note: 'Doors at 19:00',
    price: kind === 'on_sale' ? 2400 : 4800,
    state: { kind },
    salesEndAt: card.startsAt,
    minPerBooking: 1,
    most: kind === 'on_sale' ? 6 : 0,
    last: false,
  }));
  return (
    <>
      <Part title="Boxes and radio buttons, chosen and not, off">
        {(['checkbox', 'radio'] as const).map((type) => (
          <Row key={type}>
            {['chosen', 'not chosen', 'off'].map((state) => (
              <label key={state} className="flex min-h-11 items-center gap-3 text-15">
                <input
                  type={type}
                  name={id(type)}
                  defaultChecked={state === 'chosen'}
                  disabled={state === 'off'}
                  className="size-5"
                />
                {type}, {state}
              </label>
            ))}
          </Row>
        ))}
      </Part>
      <Part title="Chosen filters">
        <FilterTokens
          filters={[
            { name: 'This weekend', query: {}, chip: true },
            { name: 'Lisbon', query: {}, chip: false },
          ]}
        />
      </Part>
      <Part title="Menu">
        <FoldMenu face="Menu" faceClassName="flex min-h-11 items-center font-semibold">
          <p className="rounded border-[1.5px] border-rule bg-paper p-4">It lies over what is below.</p>
        </FoldMenu>
      </Part>
      <Part title="Picker">
        <LivePicker
          event={{
            id: id('event'),
            currency: card.currency,
            timezone: card.timezone,
            language: card.language,
            maxPerBuyer: null,
            maxPerType: 6,
            takesPromoCodes: true,
          }}
          types={types}
        />
      </Part>
      <Part title="Booking row: to come, waiting, given, called off">
        <ul>
          <BookingRow booking={booking({})} />
          <BookingRow booking={booking({ status: 'held' })} />
          <BookingRow booking={booking({ total: null })} />
          <BookingRow
            booking={booking({
              shelf: 'cancelled',
              event: { ...card, doorsAt: null, status: 'cancelled' },
              returned: { amount: 4800, at: card.startsAt },
            })}
          />
        </ul>
      </Part>
      <Part title="Receipt">
        <ReceiptSheet receipt={receipt} />
      </Part>
    </>
  );
}
