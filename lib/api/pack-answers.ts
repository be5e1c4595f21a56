import compression from 'compression';

/**
 * Packs answers, by what each browser can unpack, as they are written. Next's route handlers leave the content type as a
 * list of one, which the package takes for none: so it is made plain before the package looks.
 */
export const packAnswers = () =>
  compression({
    filter: (request, response) => {
      const type = response.getHeader('content-type');
      if (Array.isArray(type) && type[0] !== undefined) response.setHeader('content-type', type[0]);
      return compression.filter(request, response);
    },
  });
