import { z } from 'zod';
import { isNameOrEmpty, isText } from '../typed-text.schema.ts';
import { organizerFields } from './organizer-fields.schema.ts';

/** What can be changed of an organizer. Its address stays: links to it are out in the world. */
export const editOrganizerSchema = z.object({
  ...organizerFields,
  /** Who sells, as receipts have to say it. */
  legalName: z.string().trim().max(160, 'name_too_long').refine(isNameOrEmpty, 'invalid').default(''),
  legalAddress: z
    .string()
    .trim()
    .transform((text) => text.replaceAll('\r\n', '\n'))
    .pipe(z.string().max(300, 'legal_address_too_long').refine(isText, 'invalid'))
    .default(''),
  taxNumber: z.string().trim().max(40, 'tax_number_too_long').refine(isNameOrEmpty, 'invalid').default(''),
});
