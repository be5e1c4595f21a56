/**
 * The way to sign in that leads back to where one is. On the sign-in pages themselves it hands on where they were to
 * lead; from the home page it needs to say nothing, because that is where one lands anyway.
 *
 * @param signIn the address of the page to sign in on
 * @param path the address of this page, as the browser shows it
 * @param search its query, without the question mark
 */
export function signInAddress(signIn: string, path: string, search: string): string {
  const next = /^\/([a-z]{2}\/)?sign-(in|up)$/.test(path)
    ? new URLSearchParams(search).get('next')
    : search
      ? `${path}?${search}`
      : path;
  return next === null || next === '' || /^\/([a-z]{2})?$/.test(next)
    ? signIn
    : `${signIn}?${new URLSearchParams({ next })}`;
}
