import { senderOf } from '../../../sender.ts';
import { answerCheckIn } from '../door-answers.ts';

/** Lets somebody in. For devices that scan; forms without a script use the action. */
export async function POST(request: Request, { params }: { params: Promise<{ event: string }> }) {
  const slug = (await params).event;
  const { account, locale } = await senderOf(`/door/${slug}`);
  const data = await request.formData().catch(() => new FormData());
  const { reply, status } = await answerCheckIn({ actor: account.actor, locale, slug, data });
  return Response.json(reply, { status });
}
