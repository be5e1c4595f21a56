import { EntrancePoster } from '../../entrance-poster.tsx';

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export default async function SignInPoster({ searchParams }: Props) {
  return <EntrancePoster next={(await searchParams).next} />;
}
