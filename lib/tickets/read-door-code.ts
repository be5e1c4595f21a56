import { isReference, normaliseReference } from '../reference.ts';
import { type TicketPublicKeys, verifyTicketCode } from './ticket-code.ts';

/** What was held up to the door. */
export type DoorCode =
  /** A signed code, whose signature is good. */
  | { by: 'signed'; ticketId: string; revision: number }
  /** The ten characters under it, as somebody typed them. */
  | { by: 'typed'; code: string }
  /** A row of the door's list. */
  | { by: 'list'; ticketId: string };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Understands what a camera read, a hand scanner typed, a person typed or chose. Null for what cannot be a ticket of
 * this house: nothing has to be looked up for it.
 */
export function readDoorCode(text: string, publicKeys: TicketPublicKeys): DoorCode | null {
  const trimmed = text.trim();
  if (UUID.test(trimmed)) return { by: 'list', ticketId: trimmed };
  const typed = normaliseReference(trimmed);
  if (isReference(typed)) return { by: 'typed', code: typed };
  const signed = verifyTicketCode(trimmed, publicKeys);
  return signed.ok ? { by: 'signed', ticketId: signed.ticketId, revision: signed.revision } : null;
}
