import { changePicture } from '#lib/accounts/change-picture.ts';
import { readPicture } from '#lib/api/read-picture.ts';
import { answerForm } from './answer-form.ts';

/**
 * Takes a picture for whoever is signed in. A route and no action, because what an action reads may hold one megabyte; under
 * `/api/`, because what passes `proxy.ts` is kept in memory before anybody has asked who sends it.
 */
export async function POST(request: Request): Promise<Response> {
  return answerForm(request, 'changed', (actor) => changePicture(actor, () => readPicture(request)));
}
