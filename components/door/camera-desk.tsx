'use client';

import { useTranslations } from 'next-intl';
import { type RefObject, useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { CameraView } from './camera-view.tsx';
import { DeskHeader } from './desk-header.tsx';
import { DeskLine } from './desk-line.tsx';
import { DeskResult } from './desk-result.tsx';
import { useAwake } from './use-awake.ts';
import { useCamera } from './use-camera.ts';
import { type DeskProps, useDesk } from './use-desk.ts';
import { useReading } from './use-reading.ts';

/** Takes the letters of a hand scanner, which types wherever the focus is and ends with Enter. */
function useHandScanner(field: RefObject<HTMLInputElement | null>, onBegin: () => void) {
  useEffect(() => {
    const type = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
      if (typing || event.ctrlKey || event.metaKey || event.altKey || !/^[\w.-]$/.test(event.key)) return;
      // The letter itself goes to whatever has the focus when it arrives.
      flushSync(onBegin);
      field.current?.focus();
    };
    document.addEventListener('keydown', type);
    return () => document.removeEventListener('keydown', type);
  }, [field, onBegin]);
}

/** The door with its camera; a hand scanner and ten typed characters do the same. */
export function CameraDesk({
  title,
  language,
  notice,
  ...props
}: DeskProps & { title: string; language: string; notice: string | null }) {
  const t = useTranslations('door');
  const desk = useDesk(props);
  const camera = useCamera();
  const field = useRef<HTMLInputElement>(null);
  const { slug, door, scanId } = props;
  const here = `/door/${slug}`;
  useAwake();
  useHandScanner(field, desk.next);
  const { broken } = useReading(
    camera.video,
    camera.state === 'running',
    desk.shown !== null || desk.pending,
    desk.scan,
  );

  return (
    <>
      <main
        id="content"
        className="door-desk"
        inert={desk.shown !== null && desk.shown.answer.kind !== 'admitted'}
      >
        <div className="door-desk-top">
          <DeskHeader title={title} language={language} slug={slug} door={door} progress={desk.progress} />
          {notice ? <p className="bg-door-view px-5 py-2 text-15 font-[620]">{notice}</p> : null}
        </div>
        <CameraView camera={camera} broken={broken} />
        <div className="door-desk-foot">
          <DeskLine desk={desk} slug={slug} />
          <form
            {...desk.checkIn}
            onSubmit={(event) => {
              desk.checkIn.onSubmit(event);
              event.currentTarget.reset();
            }}
            className="grid grid-cols-[1fr_auto] items-end gap-2.5"
          >
            <input type="hidden" name="event" value={slug} />
            <input type="hidden" name="door" value={door} />
            <input type="hidden" name="scanId" value={scanId} />
            <label htmlFor="ticket" className="col-span-full -mb-1 text-15 font-semibold">
              {t('code')}
            </label>
            <input
              ref={field}
              id="ticket"
              name="ticket"
              required
              maxLength={500}
              autoComplete="off"
              autoCapitalize="characters"
              autoCorrect="off"
              spellCheck={false}
              enterKeyHint="go"
              className="door-field"
            />
            <button type="submit" className="door-button" disabled={desk.pending}>
              {t('check')}
            </button>
          </form>
          <div className="flex flex-wrap gap-2.5">
            <a href={`${here}/names`} className="door-button door-button-filled min-w-[45%] flex-1">
              {t('byName')}
            </a>
            {camera.torch === null ? null : (
              <button
                type="button"
                aria-pressed={camera.torch}
                className="door-button"
                onClick={camera.light}
              >
                {t('light')}
              </button>
            )}
            {camera.next ? (
              <button type="button" className="door-button" onClick={camera.next}>
                {t('otherCamera')}
              </button>
            ) : null}
          </div>
        </div>
      </main>
      <DeskResult desk={desk} props={props} here={here} />
    </>
  );
}
