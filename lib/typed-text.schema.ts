/**
 * What may stand in text that somebody typed. Schemas refine with these before anything reaches PostgreSQL, which
 * refuses a null byte, or a mail's subject, which a line break would end.
 */

/** Control characters, and halves of characters that no encoding can write down. */
const BROKEN = /[\p{Cc}\p{Cs}]/u;
/** The controls that make up lines. */
const LINES = /[\t\n\r]/g;

/** Text on one line. */
export const isLine = (text: string): boolean => !BROKEN.test(text);

/** Text that may have several lines. */
export const isText = (text: string): boolean => isLine(text.replaceAll(LINES, ' '));

/**
 * A name as a person could have it. Mails greet with it, on behalf of whoever typed it and to whatever address they
 * typed beside it, so it must not carry a link.
 */
export const isPersonName = (text: string): boolean => isLine(text) && !text.includes('://');
