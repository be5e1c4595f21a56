import { type EventPoster, Poster } from '../event/poster.tsx';

/** Beside the form, on its own tint: one of the evenings this is the way to. Decoration, and none on small screens. */
export function TonightPoster({ poster }: { poster: EventPoster }) {
  return (
    <div
      aria-hidden="true"
      style={{ '--hue': poster.hue }}
      className="tinted hidden bg-tint-field desk:block"
    >
      <div className="sticky top-0 grid h-dvh place-items-center p-[clamp(32px,5vw,100px)]">
        {/* As wide as its half allows, and never higher than the screen. */}
        <div className="w-full max-w-[min(600px,(100dvh-128px)*0.8)]">
          <Poster poster={poster} first />
        </div>
      </div>
    </div>
  );
}
