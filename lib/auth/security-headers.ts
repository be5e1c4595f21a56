/** Headers that keep a browser from being used against the one who sits before it, for every page. */
export function securityHeaders({
  https,
  camera,
}: {
  https: boolean;
  camera: boolean;
}): Record<string, string> {
  return {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy': `camera=${camera ? '(self)' : '()'}, microphone=(), geolocation=(self), browsing-topics=()`,
    'cross-origin-opener-policy': 'same-origin-allow-popups',
    // Two years, the least that browsers' own lists take: https://hstspreload.org/#deployment-recommendations
    ...(https ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' } : {}),
  };
}
