import { Monogram, type Picture } from '../ui/monogram.tsx';

/** Who works here, in the foot of a frame: their picture beside two lines. */
export function SignedIn({
  name,
  picture,
  title,
  text,
}: {
  name: string;
  picture: Picture | null;
  title: string | null;
  text: string;
}) {
  return (
    <div className="flex items-center gap-3">
      <Monogram name={name} picture={picture} />
      <div className="min-w-0">
        {title ? <p className="font-[650] [overflow-wrap:anywhere]">{title}</p> : null}
        <p className="text-t1 text-ink-2 [overflow-wrap:anywhere]">{text}</p>
      </div>
    </div>
  );
}
