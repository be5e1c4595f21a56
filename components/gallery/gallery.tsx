import { BookingTicket, type ShownTicket, type TicketOccasion } from '../booking/booking-ticket.tsx';
import { Board } from '../event/board.tsx';
import { type CardEvent, EventCard } from '../event/event-card.tsx';
import { PriceFrom } from '../event/price-from.tsx';
import type { SalesState } from '../event/sales-state.ts';
import { SalesStatus } from '../event/sales-status.tsx';
import { Button } from '../ui/button.tsx';
import { CheckField, SelectField, TextField } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { Shape, type ShapeName } from '../ui/shape.tsx';
import { Status, type Tone } from '../ui/status.tsx';
import { LiveCountdown, LiveStepper } from './live-parts.tsx';
import { MoreParts } from './more-parts.tsx';
import { Part, Row } from './part.tsx';

const states: SalesState[] = [
  { kind: 'on_sale' },
  { kind: 'few_left', left: 6 },
  { kind: 'not_yet', from: new Date('2027-03-01T10:00:00Z') },
  { kind: 'all_in_carts' },
  { kind: 'sold_out' },
  { kind: 'ended' },
  { kind: 'stopped' },
  { kind: 'postponed' },
  { kind: 'cancelled' },
  { kind: 'past' },
];
const shapes: ShapeName[] = ['circle', 'half', 'square', 'diamond', 'hourglass', 'cross', 'bar'];
const tones: Tone[] = ['ok', 'warn', 'bad', 'mute', 'accent', 'plain'];
const colours = [
  ...['paper', 'paper-2', 'ink', 'ink-2', 'ink-3', 'hairline', 'rule', 'field', 'field-line'],
  ...[
    'accent',
    'accent-hover',
    'on-accent',
    'accent-wash',
    'ok',
    'ok-wash',
    'warn',
    'warn-wash',
    'bad',
    'bad-wash',
  ],
  ...['tint-wash', 'tint-field', 'tint-ink', 'tint-ink-2', 'tint-line'],
];
const scale = [
  'display-t6',
  'display-t5',
  'display-t4',
  'display-t3',
  'lead',
  'text-17',
  'text-t2',
  'text-15',
  'text-t1',
];

export type GalleryProps = {
  theme: 'light' | 'dark';
  card: CardEvent;
  ticket: ShownTicket;
  occasion: TicketOccasion;
};

/**
 * Every primitive and shared piece in each of its states, in one scheme. For those who build Foyer: its words are
 * examples and stand here.
 */
export function Gallery({ theme, card, ticket, occasion }: GalleryProps) {
  const id = (name: string) => `${theme}-${name}`;
  return (
    <div
      data-theme={theme}
      style={{ '--hue': card.poster.hue }}
      className="tinted min-w-0 bg-paper px-[var(--margin)] pb-16 text-ink"
    >
      <Part title="Colours">
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(104px,1fr))] gap-3 text-t1">
          {colours.map((colour) => (
            <li key={colour}>
              <span
                className="block h-12 rounded border border-hairline"
                style={{ background: `var(--${colour})` }}
              />
              {colour}
            </li>
          ))}
        </ul>
      </Part>
      <Part title="Type">
        {scale.map((step) => (
          <p key={step} className={step}>
            {step}: Ágnes Żółw, 20:00
          </p>
        ))}
      </Part>
      <Part title="Shapes and tones">
        <Row>
          {shapes.map((shape) => (
            <span key={shape} className="inline-flex items-center gap-2 text-t1">
              <Shape name={shape} />
              {shape}
            </span>
          ))}
        </Row>
        <Row>
          {tones.map((tone) => (
            <Status key={tone} shape="circle" tone={tone}>
              {tone}
            </Status>
          ))}
        </Row>
      </Part>
      <Part title="Status line, in each state">
        <Row>
          {states.map((state) => (
            <SalesStatus key={state.kind} state={state} timezone="Europe/Lisbon" />
          ))}
        </Row>
        <div className="rounded bg-tint-field p-4 text-tint-ink">
          <Row>
            {states.map((state) => (
              <SalesStatus key={state.kind} state={state} timezone="Europe/Lisbon" onTint />
            ))}
          </Row>
        </div>
      </Part>
      <Part title="Buttons">
        {(['filled', 'line', 'danger'] as const).map((variant) => (
          <Row key={variant}>
            {(['small', 'normal', 'big'] as const).map((size) => (
              <Button key={size} variant={variant} size={size}>
                Hold 2 tickets
              </Button>
            ))}
            <Button variant={variant} disabled>
              Holding
            </Button>
          </Row>
        ))}
        <Button wide size="big">
          Donaudampfschifffahrtsgesellschaft: 12 Tickets für 1.248,00 € reservieren
        </Button>
        <p>
          <a href="#top" className="link">
            Back to the top, as a link
          </a>
        </p>
      </Part>
      <Part title="Fields">
        <TextField id={id('plain')} label="Full name" autoComplete="off" />
        <TextField
          id={id('hint')}
          label="E-mail"
          hint="The tickets go there."
          defaultValue="marta@example.org"
        />
        <TextField id={id('optional')} label="Telephone" optional="optional" placeholder="+351" />
        <TextField
          id={id('error')}
          label="E-mail"
          hint="The tickets go there."
          error="This does not look like an e-mail address."
          defaultValue="marta.example"
        />
        <TextField id={id('off')} label="Promo code" disabled defaultValue="SALT20" />
        <SelectField id={id('select')} label="Country" defaultValue="pt">
          <option value="pt">Portugal</option>
          <option value="de">Germany</option>
        </SelectField>
        <SelectField id={id('select-error')} label="Country" error="Please choose one." />
        <CheckField id={id('check')} label="Write to me about other events" defaultChecked />
        <CheckField
          id={id('check-error')}
          label="I accept the terms of sale"
          error="Please accept the terms to go on."
        />
      </Part>
      <Part title="Notices">
        {(['ok', 'warn', 'bad'] as const).map((kind) => (
          <Notice key={kind} kind={kind} title="Your bank said no">
            Nothing was charged, and the tickets are yours until 20:14.
          </Notice>
        ))}
        <Notice kind="warn" title="A title alone" />
      </Part>
      <Part title="Stepper: none, some, the most, off">
        <Row>
          <LiveStepper name={id('none')} start={0} max={6} />
          <LiveStepper name={id('some')} start={2} max={6} />
          <LiveStepper name={id('most')} start={6} max={6} />
          <LiveStepper name={id('stepper-off')} start={0} max={6} disabled />
        </Row>
      </Part>
      <Part title="Countdown of a hold: begun, last minute, over">
        {[581, 48, 0].map((seconds) => (
          <LiveCountdown key={seconds} seconds={seconds} />
        ))}
      </Part>
      <Part title="Price">
        <Row>
          <PriceFrom from={2400} to={4800} currency="EUR" />
          <PriceFrom from={2400} to={2400} currency="EUR" />
          <PriceFrom from={0} to={0} currency="EUR" />
          <PriceFrom from={0} to={1200} currency="EUR" />
          <PriceFrom from={3500} to={3500} currency="JPY" />
        </Row>
      </Part>
      <Part title="Card, in each state">
        <div className="grid grid-cols-2 gap-x-4 gap-y-8 desk:grid-cols-3">
          {states.map((state) => (
            <EventCard key={state.kind} event={{ ...card, slug: id(state.kind), state }} />
          ))}
        </div>
        <EventCard event={{ ...card, slug: id('alone') }} shape="alone" rowOnPhone />
        <Board
          events={[
            { ...card, slug: id('first-line') },
            { ...card, slug: id('second-line'), state: { kind: 'sold_out' } },
          ]}
        />
      </Part>
      <Part title="Ticket: valid, used, blocked, void">
        {/* It is drawn for the width of a page, of which this is half: so it is shown at the scale of half a page. */}
        <div className="grid gap-5 tablet:[zoom:0.72]">
          {(['valid', 'used', 'blocked', 'void'] as const).map((status, index) => (
            <BookingTicket
              key={status}
              ticket={{ ...ticket, status }}
              occasion={occasion}
              number={index + 1}
              count={4}
            />
          ))}
        </div>
      </Part>
      <MoreParts id={id} card={card} />
    </div>
  );
}
