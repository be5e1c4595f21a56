import { EntrancePoster } from '../entrance-poster.tsx';

/** Beside the pages that lead on to nothing in particular. */
export default function DefaultPoster() {
  return <EntrancePoster />;
}
