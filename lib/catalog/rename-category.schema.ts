import { z } from 'zod';
import { isName } from '../typed-text.schema.ts';

const name = z.string().trim().min(1, 'name_missing').max(60, 'name_too_long').refine(isName, 'invalid');

/** The names of a category in the languages of the platform. */
export const renameCategorySchema = z.object({ en: name, de: name });
