import { z } from 'zod';
import { organizerFields } from './organizer-fields.schema.ts';

/** What can be changed of an organizer. Its address stays: links to it are out in the world. */
export const editOrganizerSchema = z.object(organizerFields);
