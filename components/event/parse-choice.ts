import type { Choice } from './choose-tickets.ts';

const PREFIX = 'quantity:';

/** The name of the field for how many of a ticket type. */
export const quantityField = (ticketTypeId: string) => `${PREFIX}${ticketTypeId}`;

/** Reads the picker's form; `holdTicketsSchema` judges what it says. */
export function parseChoice(form: FormData): {
  eventId: FormDataEntryValue | null;
  items: { ticketTypeId: string; quantity: number }[];
  promoCode?: string;
  choice: Choice;
} {
  const items = [...form].flatMap(([name, value]) => {
    const quantity = typeof value === 'string' ? Number(value) : Number.NaN;
    return name.startsWith(PREFIX) && quantity !== 0
      ? [{ ticketTypeId: name.slice(PREFIX.length), quantity }]
      : [];
  });
  const promoCode = form.get('promoCode');
  return {
    eventId: form.get('eventId'),
    items,
    ...(typeof promoCode === 'string' && promoCode.trim() !== '' ? { promoCode: promoCode.trim() } : {}),
    choice: Object.fromEntries(items.map((item) => [item.ticketTypeId, item.quantity])),
  };
}
