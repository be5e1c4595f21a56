'use client';

import { useCallback, useEffect, useRef, useState } from 'react';

/** High: come in. Two low: not with this. One low: nothing that we know. */
export type DoorSound = 'high' | 'two_low' | 'one_low';

/** Tones as [frequency in hertz, begin, end in seconds], and for how long a phone buzzes, in milliseconds. */
const sounds: Record<DoorSound, { tones: [number, number, number][]; buzz: number[] }> = {
  high: { tones: [[1320, 0, 0.16]], buzz: [60] },
  two_low: {
    tones: [
      [220, 0, 0.18],
      [196, 0.24, 0.48],
    ],
    buzz: [200, 80, 260],
  },
  one_low: { tones: [[233, 0, 0.34]], buzz: [140] },
};

const STORED = 'foyer-door-sound';

/** The sounds of a door, which can be switched off on this device. */
export function useSound() {
  const audio = useRef<AudioContext>(null);
  const [on, setOn] = useState(true);

  useEffect(() => {
    setOn(localStorage.getItem(STORED) !== 'off');
    // Browsers let a page make sounds only once somebody has touched it.
    const wake = () => {
      audio.current ??= new AudioContext();
      audio.current.resume().catch(() => undefined);
    };
    document.addEventListener('pointerdown', wake);
    document.addEventListener('keydown', wake);
    return () => {
      document.removeEventListener('pointerdown', wake);
      document.removeEventListener('keydown', wake);
      audio.current?.close().catch(() => undefined);
      audio.current = null;
    };
  }, []);

  const play = useCallback(
    (sound: DoorSound) => {
      if (!on) return;
      const { tones, buzz } = sounds[sound];
      if ('vibrate' in navigator) navigator.vibrate(buzz);
      const context = audio.current;
      if (context?.state !== 'running') return;
      for (const [hertz, begin, end] of tones) {
        const tone = context.createOscillator();
        const volume = context.createGain();
        const now = context.currentTime;
        tone.frequency.value = hertz;
        tone.type = 'triangle';
        // A tone that is cut off clicks.
        volume.gain.setValueAtTime(0.0001, now + begin);
        volume.gain.exponentialRampToValueAtTime(0.5, now + begin + 0.015);
        volume.gain.setValueAtTime(0.5, now + end - 0.04);
        volume.gain.exponentialRampToValueAtTime(0.0001, now + end);
        tone.connect(volume).connect(context.destination);
        tone.start(now + begin);
        tone.stop(now + end);
      }
    },
    [on],
  );

  return {
    on,
    play,
    toggle: () => {
      localStorage.setItem(STORED, on ? 'off' : 'on');
      setOn(!on);
    },
  };
}
