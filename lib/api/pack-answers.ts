import { constants } from 'node:zlib';
import compression from 'compression';

/** A step above the package's own: a millisecond more for a page, and a twelfth less on the line. */
const QUALITY = 5;

/**
 * Packs answers, by what each browser can unpack, as they are written. Next's route handlers leave the content type as a
 * list of one, which the package takes for none: so it is made plain before the package looks.
 */
export const packAnswers = () =>
  compression({
    brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } },
    filter: (request, response) => {
      const type = response.getHeader('content-type');
      if (Array.isArray(type) && type[0] !== undefined) response.setHeader('content-type', type[0]);
      return compression.filter(request, response);
    },
  });
