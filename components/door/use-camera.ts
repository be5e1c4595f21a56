'use client';

import { useCallback, useEffect, useRef, useState } from 'react';

/** How it stands with the camera; each has its own words. */
export type CameraState =
  /** Nobody has said yes yet: a button asks. */
  | 'asking'
  | 'starting'
  | 'running'
  | 'denied'
  | 'missing'
  /** Another program has it, or it was pulled out. */
  | 'lost'
  /** The page came over a connection that browsers give no camera to. */
  | 'insecure';

/** What only some cameras can; not in TypeScript's own types. */
type WithTorch = { torch?: boolean };

function stateOf(error: unknown): CameraState {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'missing';
  return 'lost';
}

/** Whether the browser would start the camera without asking anybody. */
async function isGranted(): Promise<boolean> {
  try {
    return (await navigator.permissions.query({ name: 'camera' })).state === 'granted';
  } catch {
    // A browser that cannot tell is asked by the button.
    return false;
  }
}

/** The camera behind a `<video>`: starts by itself once somebody has allowed it, and stops with the page. */
export function useCamera() {
  const video = useRef<HTMLVideoElement>(null);
  const stream = useRef<MediaStream>(null);
  const [state, setState] = useState<CameraState>('asking');
  const [cameras, setCameras] = useState<string[]>([]);
  const [torch, setTorch] = useState<boolean | null>(null);

  const stop = useCallback(() => {
    for (const track of stream.current?.getTracks() ?? []) track.stop();
    stream.current = null;
  }, []);

  const start = useCallback(
    async (deviceId?: string) => {
      if (!navigator.mediaDevices) {
        setState('insecure');
        return;
      }
      stop();
      setState('starting');
      try {
        const found = await navigator.mediaDevices.getUserMedia({
          audio: false,
          video: {
            ...(deviceId ? { deviceId: { exact: deviceId } } : { facingMode: { ideal: 'environment' } }),
            width: { ideal: 1280 },
            height: { ideal: 720 },
          },
        });
        const [track] = found.getVideoTracks();
        const element = video.current;
        // The page went away while somebody was asked.
        if (!element || !track) {
          for (const one of found.getTracks()) one.stop();
          return;
        }
        stream.current = found;
        track.addEventListener('ended', () => setState('lost'));
        element.srcObject = found;
        await element.play();
        setTorch('torch' in track.getCapabilities() ? false : null);
        const devices = await navigator.mediaDevices.enumerateDevices();
        setCameras(devices.filter(({ kind }) => kind === 'videoinput').map((device) => device.deviceId));
        setState('running');
      } catch (error) {
        setState(stateOf(error));
      }
    },
    [stop],
  );

  useEffect(() => {
    let here = true;
    isGranted().then(
      (granted) => (here && granted ? start() : undefined),
      () => undefined,
    );
    return () => {
      here = false;
      stop();
    };
  }, [start, stop]);

  return {
    video,
    state,
    start: () => start(),
    /** Null where there is only one. */
    next:
      cameras.length > 1
        ? () => {
            const now = stream.current?.getVideoTracks()[0]?.getSettings().deviceId;
            return start(cameras[(cameras.indexOf(now ?? '') + 1) % cameras.length]);
          }
        : null,
    /** Null where the camera has no light. */
    torch,
    light: async () => {
      const track = stream.current?.getVideoTracks()[0];
      const wanted = { advanced: [{ torch: torch !== true } as MediaTrackConstraintSet & WithTorch] };
      await track?.applyConstraints(wanted).then(
        () => setTorch(torch !== true),
        () => setTorch(null),
      );
    },
  };
}
