import { accountMark } from '#lib/auth/account-mark.ts';
import { may } from '#lib/auth/policy.ts';
import { currentAccount } from '#lib/auth/session.ts';

/** Who is signed in, for what public pages show only afterwards: they themselves are the same for everyone. */
export async function GET(): Promise<Response> {
  const account = await currentAccount();
  const body = account
    ? {
        signedIn: true,
        name: account.name,
        mark: accountMark(account.actor.userId),
        picture: account.picture,
        admin: may(account.actor, 'admin.enter'),
        organizers: account.organizers.map(({ slug, name, role }) => ({ slug, name, role })),
      }
    : { signedIn: false };
  return Response.json(body, { headers: { 'cache-control': 'private, no-store' } });
}
