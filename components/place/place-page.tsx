import type { ReactNode } from 'react';
import { accentRoom } from '../ui/accent-room.ts';

/** A long name steps down, so that the programme still begins on the first screen. */
const nameSize = (name: string) =>
  name.length > 60 ? 'display-t4' : name.length > 22 ? 'display-t5' : 'display-t6';

/** The page of a place or an organizer: the name, what there is to know at the left, and its programme. */
export function PlacePage({
  kind,
  name,
  lead,
  facts,
  factsLast = false,
  children,
}: {
  /** What it is: "Venue in Lisbon". */
  kind: ReactNode;
  name: string;
  lead?: ReactNode;
  /** Terms and what they are, in the order they stand in. */
  facts: readonly { term: ReactNode; value: ReactNode }[];
  /** Below the programme where there is but one column: for a list that may be long. */
  factsLast?: boolean;
  children: ReactNode;
}) {
  return (
    <main id="content" className="wrap">
      <header className="pt-[clamp(20px,3vw,44px)] pb-[clamp(28px,4vw,60px)]">
        <p className="mb-3 font-[620]">{kind}</p>
        <h1 className={`${nameSize(name)} ${accentRoom(name)}`}>{name}</h1>
        {lead ? <p className="lead mt-6 max-w-[52ch]">{lead}</p> : null}
      </header>
      <div className="grid-12 gap-y-10">
        {facts.length > 0 ? (
          <dl
            className={`col-span-full grid gap-x-[var(--gutter)] desk:sticky desk:top-5 desk:col-span-3 desk:self-start desk:pe-[clamp(8px,2vw,40px)] ${factsLast ? 'max-desk:order-last' : 'tablet:max-desk:grid-cols-3'}`}
          >
            {facts.map(({ term, value }, index) => (
              <div
                // biome-ignore lint/suspicious/noArrayIndexKey: the facts of a page stand still
                key={index}
                className={`border-t py-3.5 ${index === 0 ? 'border-t-[1.5px] border-rule' : 'border-hairline tablet:max-desk:border-t-[1.5px] tablet:max-desk:border-rule'}`}
              >
                <dt className="mb-1 text-t1 text-ink-2">{term}</dt>
                <dd
                  className={`text-17 ${factsLast ? 'max-tablet:min-[380px]:columns-2 tablet:max-desk:columns-4' : ''}`}
                >
                  {value}
                </dd>
              </div>
            ))}
          </dl>
        ) : null}
        <div className={`col-span-full ${facts.length > 0 ? 'desk:col-start-4' : ''}`}>{children}</div>
      </div>
    </main>
  );
}
