import { removePicture } from '#lib/accounts/change-picture.ts';
import { answerForm } from '../answer-form.ts';

/** Removes the picture of whoever is signed in. */
export async function POST(request: Request): Promise<Response> {
  return answerForm(request, 'removed', removePicture);
}
