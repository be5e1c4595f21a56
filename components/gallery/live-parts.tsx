'use client';

import { useState } from 'react';
import { Countdown } from '../checkout/countdown.tsx';
import { Stepper } from '../event/stepper.tsx';
import { type PickerEvent, type PickerTicketType, TicketPicker } from '../event/ticket-picker.tsx';

/** A stepper that starts at a number and can be played with. */
export function LiveStepper({
  name,
  start,
  max,
  disabled = false,
}: {
  name: string;
  start: number;
  max: number;
  disabled?: boolean;
}) {
  const [quantity, setQuantity] = useState(start);
  return (
    <Stepper
      name={name}
      label={name}
      less="One less"
      more="One more"
      quantity={quantity}
      limits={{ min: 1, max }}
      disabled={disabled}
      onChange={setQuantity}
    />
  );
}

/** The clock of a hold, with so many seconds left of ten minutes. */
export function LiveCountdown({ seconds }: { seconds: number }) {
  return (
    <Countdown
      millisecondsLeft={seconds * 1000}
      wholeMilliseconds={600_000}
      title="Salt & Static"
      onOver={() => undefined}
    >
      Yours until 20:14.
    </Countdown>
  );
}

/** A picker that holds nothing: what is chosen in the gallery stays there. */
export function LivePicker({ event, types }: { event: PickerEvent; types: readonly PickerTicketType[] }) {
  return <TicketPicker event={event} types={types} leftInAll={null} action={async () => null} />;
}
