import * as z from 'zod/mini';
import { emailAddress, personName } from '../typed-person.schema.ts';

/** Whom a ticket is offered to. The messages are codes: keys of `problems` in auth.json. */
export const offerTicketSchema = z.object({ name: personName, email: emailAddress });
