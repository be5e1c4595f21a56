import { EntrancePoster } from '../../../entrance-poster.tsx';

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export default async function LinkPoster({ searchParams }: Props) {
  return <EntrancePoster next={(await searchParams).next} />;
}
