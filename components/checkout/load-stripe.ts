import type { Stripe } from '@stripe/stripe-js';
// The plain entry would fetch js.stripe.com as soon as it is imported; this one waits to be asked.
import { loadStripe as loadFromStripe } from '@stripe/stripe-js/pure';

/**
 * Which script a checkout loads: the one branch between play money and real. The sandbox's script defines the same
 * `window.Stripe`, and Stripe's own loader takes what it finds there.
 *
 * @param sandboxOrigin where the stand-in is, or null for Stripe itself
 */
export async function loadStripe(
  publishableKey: string,
  sandboxOrigin: string | null,
): Promise<Stripe | null> {
  if (sandboxOrigin !== null) await loadScript(`${sandboxOrigin}/v3/stripe.js`);
  return loadFromStripe(publishableKey);
}

function loadScript(src: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = src;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`could not load ${src}`));
    document.head.append(script);
  });
}
