import type { NextRequest } from 'next/server';
import NextAuth, { type NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import GoogleProvider from 'next-auth/providers/google';
import { z } from 'zod';
import { env } from '../env.ts';
import { DomainError } from '../errors.ts';
import { log } from '../log.ts';
import { addressFrom } from './client-address.ts';
import { signInWithGoogle } from './google-sign-in.ts';
import { SESSION_SECONDS, sessionCookie } from './session-cookie.ts';
import { createSession, type Entrant, revokeSession } from './session-row.ts';
import { signInSchema } from './sign-in.schema.ts';
import { signIn } from './sign-in.ts';

const googleProfile = z.object({ email: z.email(), email_verified: z.boolean(), name: z.string().min(1) });

/** Google is offered only where a deployment has keys for it. */
export const offersGoogle = (): boolean => env().google !== null;

function google() {
  const keys = env().google;
  return keys ? [GoogleProvider(keys)] : [];
}

/**
 * How next-auth works here, for one request: it seals the cookie and speaks to Google. Its token carries two ids; whether they still
 * count is decided by the session's row at each request (`session.ts`), never by the token.
 */
function options(): NextAuthOptions {
  // Whom this request lets in. next-auth's own `user` has no room for it.
  let entrant: Entrant | null = null;
  return {
    secret: env().authSecret,
    providers: [
      CredentialsProvider({
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        /** The same verb as behind the form, under the same limits. The message becomes next-auth's `error`. */
        authorize: async (credentials, request) => {
          const input = signInSchema.safeParse(credentials);
          if (!input.success) throw new DomainError('wrong_credentials');
          entrant = await signIn(input.data, addressFrom(new Headers(request.headers)));
          return { id: entrant.userId };
        },
      }),
      ...google(),
    ],
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    cookies: { sessionToken: sessionCookie() },
    useSecureCookies: env().appUrl.startsWith('https:'),
    pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/' },
    callbacks: {
      signIn: async ({ account, profile }) => {
        if (account?.provider !== 'google') return true;
        const claims = googleProfile.parse(profile);
        entrant = await signInWithGoogle({
          email: claims.email,
          emailVerified: claims.email_verified,
          name: claims.name,
        });
        return true;
      },
      jwt: async ({ token }) => {
        if (!entrant) return token;
        const { userId, sessionId } = await createSession(entrant, null);
        return { sub: userId, sid: sessionId };
      },
      // /api/auth/session tells nothing; who somebody is stands in /api/me.
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url }) => {
        const target = URL.parse(url, env().appUrl);
        return target?.origin === env().appUrl ? target.href : env().appUrl;
      },
    },
    logger: {
      error: (code) => log().error({ code }, 'next-auth failed'),
      warn: (code) => log().debug({ code }, 'next-auth warns'),
      debug: () => {},
    },
    events: {
      signOut: async ({ token }) => {
        if (typeof token?.sid === 'string') await revokeSession(token.sid);
      },
    },
  };
}

type RouteContext = { params: Promise<{ nextauth: string[] }> };

/** Answers everything under /api/auth. */
export async function nextAuthHandler(request: NextRequest, context: RouteContext): Promise<Response> {
  // The options are made first: they read the environment, and with it tell next-auth our address.
  const settings = options();
  const answer: unknown = await NextAuth(request, context, settings);
  if (answer instanceof Response) return answer;
  throw new TypeError('next-auth gave no response');
}
