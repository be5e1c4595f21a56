import { createHmac } from 'node:crypto';
import { env } from '../env.ts';

/**
 * Tells one account from another for a browser that keeps something of it, such as tickets to show without a network.
 * Always the same for an account, and says nothing of it.
 */
export const accountMark = (userId: string): string =>
  createHmac('sha256', env().authSecret).update(`mark|${userId}`).digest('base64url').slice(0, 22);
