/** Takes out of the address what was to be said once: a page that is loaded again, or handed on, does not say it any more. */
export function forgetInAddress(name: string): void {
  const address = new URL(window.location.href);
  if (!address.searchParams.has(name)) return;
  address.searchParams.delete(name);
  window.history.replaceState(window.history.state, '', address);
}
