import { notFound } from 'next/navigation';

/** Takes every address that no page has, so that "not found" comes in the house's words and the reader's language. */
export default function UnknownPage() {
  notFound();
}
