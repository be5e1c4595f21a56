/**
 * What may stand in text that somebody typed. Schemas refine with these before anything reaches PostgreSQL, which
 * refuses a null byte, or a mail's subject, which a line break would end.
 */

/**
 * Control characters, halves of characters that no encoding can write down, code points that are no characters and that
 * XML refuses, and signs that turn the rest of a line around (UAX 9, embeddings, overrides and isolates), so that a name
 * cannot change what stands beside it.
 */
const BROKEN = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u202A-\u202E\u2066-\u2069]/u;
/** The controls that make up lines. */
const LINES = /[\t\n\r]/g;
/** More marks on one letter than any language writes: they would be drawn over what stands above and below. */
const PILED = /\p{M}{7}/u;
/** What leaves ink: letters, digits, signs, but not those that only look like nothing. */
const SEEN = /(?![\u00AD\u115F\u1160\u3164\uFFA0\u2800])[\p{L}\p{N}\p{S}\p{P}]/u;

/** Text on one line. */
export const isLine = (text: string): boolean => !BROKEN.test(text) && !PILED.test(text);

/** Text that may have several lines. */
export const isText = (text: string): boolean => isLine(text.replaceAll(LINES, ' '));

/** Something that can be read: for titles and names, which must not be nothing. */
const isSeen = (text: string): boolean => SEEN.test(text);

/** A name of anything, which mails carry: it is seen, and no link. */
export const isName = (text: string): boolean => isLine(text) && isSeen(text) && !text.includes('://');

/** A name that somebody may leave empty. */
export const isNameOrEmpty = (text: string): boolean => text === '' || isName(text);

/**
 * What mail programs make a link of without being told: `www.`, a path, a word with one of the endings that most such
 * addresses have. A list, because `Dr.med.` has a dot as well.
 */
const LINK =
  /www\.|\p{L}\/|[\p{L}\p{N}-]{2,}\.(?:com|net|org|info|biz|mobi|name|pro|edu|gov|io|ai|app|dev|tech|cloud|page|zip|mov|xyz|top|club|site|space|website|online|work|click|fun|one|ink|shop|store|link|live|vip|icu|cc|tk|ws|pw|co|me|tv|fm|do|in|it|to|so|sh|ru|ua|cn|jp|kr|tw|hk|sg|id|th|vn|ph|my|de|at|ch|fr|be|es|pt|gr|ie|dk|se|no|fi|cz|hu|ro|tr|il|nl|pl|eu|uk|us|ca|br|mx|au|nz|za|ng|ke|ly|gg)(?![\p{L}\p{N}])/iu;

/** True where nothing would become a link in a mail. */
export const holdsNoLink = (text: string): boolean => !LINK.test(text);

/**
 * A name as a person could have it. Mails greet with it, on behalf of whoever typed it and to whatever address they
 * typed beside it, so nothing in it may become a link.
 */
export const isPersonName = (text: string): boolean => isName(text) && holdsNoLink(text);
