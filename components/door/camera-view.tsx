'use client';

import { useTranslations } from 'next-intl';
import type { CameraState, useCamera } from './use-camera.ts';

// messages: door.camera.*

const asks: readonly CameraState[] = ['asking', 'denied', 'lost'];

/** What the camera sees, with the corners a code goes between; or why it sees nothing, and what to do. */
export function CameraView({
  camera: { video, state, start },
  broken,
}: {
  camera: ReturnType<typeof useCamera>;
  /** There is a picture, and nothing that could read it. */
  broken: boolean;
}) {
  const t = useTranslations('door.camera');
  const word = state === 'running' ? (broken ? 'broken' : null) : state;
  return (
    <div className="relative grid min-h-[200px] flex-1 place-items-center overflow-hidden bg-door-view">
      <video
        ref={video}
        muted
        playsInline
        aria-label={t('label')}
        className={`absolute inset-0 size-full object-cover ${word === null ? '' : 'invisible'}`}
      />
      {word === null ? (
        <span aria-hidden="true" className="door-corners">
          <i />
          <i />
          <i />
          <i />
        </span>
      ) : (
        <div role="status" className="relative grid max-w-[34ch] justify-items-start gap-3 p-5">
          <p className="display-t3">{t(word)}</p>
          {word === 'starting' ? null : <p className="text-door-ink-2">{t(`${word}Text`)}</p>}
          {asks.includes(state) ? (
            <button
              type="button"
              className="door-button"
              onClick={() => {
                start().catch(() => undefined);
              }}
            >
              {t(state === 'asking' ? 'start' : 'retry')}
            </button>
          ) : null}
        </div>
      )}
    </div>
  );
}
