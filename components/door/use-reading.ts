'use client';

import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import { type CodeReader, openCodeReader } from './read-codes.ts';
import { ScanMemory } from './scan-memory.ts';

/** Between two looks: often enough to feel instant, seldom enough for the battery. */
const PAUSE_MS = 90;

/**
 * Reads codes off a running camera.
 *
 * @param running whether there is a picture
 * @param paused whether nobody waits for a scan now, because the last one is still shown
 * @param onCode called once for each code that is held up
 * @returns what makes the code that is held up count once more, and whether codes can be read at all
 */
export function useReading(
  video: RefObject<HTMLVideoElement | null>,
  running: boolean,
  paused: boolean,
  onCode: (code: string) => void,
): { broken: boolean } {
  const memory = useRef(new ScanMemory());
  const [broken, setBroken] = useState(false);

  const see = useEffectEvent((code: string) => {
    const now = performance.now();
    if (paused) memory.current.stays(code, now);
    else if (memory.current.isNew(code, now)) onCode(code);
  });

  useEffect(() => {
    if (!running) return;
    let here = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let reader: CodeReader | null = null;

    const look = async () => {
      const element = video.current;
      if (!here || !reader || !element) return;
      const ready = element.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && !document.hidden;
      const code = ready ? await reader.read(element) : null;
      if (!here) return;
      if (code) see(code);
      timer = setTimeout(again, PAUSE_MS);
    };
    const again = () => {
      look().catch(() => setBroken(true));
    };
    openCodeReader().then(
      (opened) => {
        if (!here) return opened.close();
        reader = opened;
        again();
      },
      () => setBroken(true),
    );
    return () => {
      here = false;
      clearTimeout(timer);
      reader?.close();
    };
  }, [running, video]);

  return { broken };
}
