export type RateDecision = { allowed: boolean; headers: Record<string, string> };

/**
 * Resend's limit: so many requests a second for the whole team, told in `ratelimit-*` headers on every
 * answer and in `retry-after` on a refusal (https://resend.com/docs/api-reference/rate-limit).
 * `perSecond` 0 means no limit.
 */
export function createRateLimit(perSecond: number, now: () => number = () => performance.now()) {
  let windowStart = Number.NEGATIVE_INFINITY;
  let used = 0;
  return {
    take(): RateDecision {
      if (perSecond <= 0) return { allowed: true, headers: {} };
      const instant = now();
      if (instant - windowStart >= 1000) {
        windowStart = instant;
        used = 0;
      }
      const allowed = used < perSecond;
      if (allowed) used += 1;
      const reset = Math.max(1, Math.ceil((windowStart + 1000 - instant) / 1000));
      const headers: Record<string, string> = {
        'ratelimit-limit': String(perSecond),
        'ratelimit-remaining': String(perSecond - used),
        'ratelimit-reset': String(reset),
        'ratelimit-policy': `${perSecond};w=1`,
      };
      if (!allowed) headers['retry-after'] = String(reset);
      return { allowed, headers };
    },
  };
}

export type RateLimit = ReturnType<typeof createRateLimit>;
