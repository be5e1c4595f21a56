import { senderOf } from '../../../sender.ts';
import { answerUndo } from '../door-answers.ts';

/** Takes a check-in back. For devices that scan; forms without a script use the action. */
export async function POST(request: Request, { params }: { params: Promise<{ event: string }> }) {
  const slug = (await params).event;
  const { account, locale } = await senderOf(`/door/${slug}`);
  const data = await request.formData().catch(() => new FormData());
  const { reply, status } = await answerUndo({ actor: account.actor, locale, slug, data });
  return Response.json(reply, { status });
}
