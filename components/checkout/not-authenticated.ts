/** What Stripe calls it when 3-D Secure was failed or closed: the bank has not said no, it does not know who pays. */
export const NOT_AUTHENTICATED = 'payment_intent_authentication_failure';
