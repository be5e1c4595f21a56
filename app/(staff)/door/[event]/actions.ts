'use server';

import { redirect } from 'next/navigation';
import { fieldOf } from '#app/form-answers.ts';
import type { DoorReply } from '#components/door/door-answer.ts';
import { doorName } from '#lib/tickets/check-in-ticket.schema.ts';
import { senderOf } from '../../sender.ts';
import { rememberDoor } from '../door-page.ts';
import { answerCheckIn, answerUndo } from './door-answers.ts';

async function sent(data: FormData) {
  const slug = fieldOf(data, 'event');
  const { account, locale } = await senderOf(`/door/${slug}`);
  return { actor: account.actor, locale, slug, data };
}

/** Lets somebody in, for a form that is sent without a script. */
export async function checkInAction(_previous: DoorReply | null, data: FormData): Promise<DoorReply> {
  return (await answerCheckIn(await sent(data))).reply;
}

/** Takes a check-in back, for a form that is sent without a script. */
export async function undoAction(_previous: DoorReply | null, data: FormData): Promise<DoorReply> {
  return (await answerUndo(await sent(data))).reply;
}

/** Says which door this device stands at. */
export async function nameDoorAction(data: FormData): Promise<void> {
  const { slug } = await sent(data);
  const name = doorName.safeParse(fieldOf(data, 'door'));
  const page = `/door/${encodeURIComponent(slug)}`;
  if (!name.success) redirect(`${page}?door=change`);
  await rememberDoor(name.data);
  redirect(page);
}
