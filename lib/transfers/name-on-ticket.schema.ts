import * as z from 'zod/mini';
import { personName } from '../typed-person.schema.ts';

/** The name that a ticket is to bear. The messages are codes: keys of `problems` in auth.json. */
export const nameOnTicketSchema = z.object({ name: personName });
