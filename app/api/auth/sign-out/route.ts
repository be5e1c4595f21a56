import type { NextRequest } from 'next/server';
import { isSameOrigin } from '#lib/auth/same-origin.ts';
import { endSession } from '#lib/auth/session.ts';

/** Signs out on this device and goes home. A plain form posts here, so it needs no script. */
export async function POST(request: NextRequest): Promise<Response> {
  if (!isSameOrigin(request.headers)) return new Response(null, { status: 403 });
  await endSession();
  return new Response(null, { status: 303, headers: { location: '/' } });
}
