'use client';

import {
  type FormEvent,
  useActionState,
  useCallback,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from 'react';
import { askDoor, askProgress, newScanId } from './ask-door.ts';
import type { DoorAction, DoorAnswer, DoorPerson, DoorProgress, DoorReply } from './door-answer.ts';
import { type DoorSound, useSound } from './use-sound.ts';

/** How long "Come in" stays; everything else waits for a tap. */
const GONE_AFTER_MS = 1_500;
const LOOK_EVERY_MS = 10_000;

export type DeskProps = {
  slug: string;
  /** What this device calls its door. */
  door: string;
  progress: DoorProgress;
  /** For forms that are sent without a script: each page comes with another. */
  scanId: string;
  actions: { checkIn: DoorAction; undo: DoorAction };
};

/** What is on the screen, and what was sent to get it. */
type Shown = { answer: DoorAnswer; sent: FormData | null; ticket: string };

const sounds: Partial<Record<DoorAnswer['kind'], DoorSound>> = {
  admitted: 'high',
  undone: 'one_low',
  nothing_to_undo: 'one_low',
  unknown: 'one_low',
  no_network: 'one_low',
  signed_out: 'one_low',
};

const first = (reply: DoorReply | null): Shown | null =>
  reply && { answer: reply.answer, sent: null, ticket: reply.ticket };

/**
 * The work at one door on one device: what is scanned, typed or chosen goes to the house, and what comes back is shown
 * until somebody goes on. Forms work as plain posts before this runs.
 */
export function useDesk({ slug, door, progress: before, actions }: DeskProps, onNext?: () => void) {
  const [scanned, checkInAction] = useActionState(actions.checkIn, null);
  const [undone, undoAction] = useActionState(actions.undo, null);
  const [shown, setShown] = useState<Shown | null>(first(scanned ?? undone));
  const [progress, setProgress] = useState(scanned?.progress ?? undone?.progress ?? before);
  const [online, setOnline] = useState(true);
  const [last, setLast] = useState<{ who: DoorPerson; checkInId: string } | null>(null);
  const [pending, setPending] = useState(false);
  const busy = useRef(false);
  const sound = useSound();

  const send = async (what: 'check-in' | 'undo', data: FormData) => {
    // One after the other: what is scanned while an answer is on its way is still held up afterwards.
    if (busy.current) return;
    busy.current = true;
    setPending(true);
    const reply = await askDoor(`/door/${slug}/${what}`, data);
    busy.current = false;
    setPending(false);
    const { answer } = reply;
    setOnline(answer.kind !== 'no_network');
    if (reply.progress) setProgress(reply.progress);
    if (answer.kind === 'admitted') setLast(answer);
    if (answer.kind === 'undone' || answer.kind === 'nothing_to_undo') setLast(null);
    setShown({ answer, sent: data, ticket: reply.ticket });
    sound.play(sounds[answer.kind] ?? 'two_low');
  };

  /** What was read off a ticket. */
  const scan = (ticket: string) => {
    const data = new FormData();
    data.set('event', slug);
    data.set('door', door);
    data.set('ticket', ticket);
    data.set('scanId', newScanId());
    send('check-in', data).catch(() => undefined);
  };

  const next = useCallback(() => {
    setShown(null);
    onNext?.();
  }, [onNext]);

  const kind = shown?.answer.kind;
  useEffect(() => {
    if (kind !== 'admitted') return;
    const timer = setTimeout(next, GONE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [kind, next]);

  const look = useEffectEvent(() => {
    if (document.hidden || busy.current) return;
    askProgress(slug).then(
      (found) => {
        setProgress(found);
        setOnline(true);
      },
      () => setOnline(false),
    );
  });
  useEffect(() => {
    const timer = setInterval(look, LOOK_EVERY_MS);
    const lost = () => setOnline(false);
    window.addEventListener('offline', lost);
    window.addEventListener('online', look);
    return () => {
      clearInterval(timer);
      window.removeEventListener('offline', lost);
      window.removeEventListener('online', look);
    };
  }, []);

  /** A form that goes to the house by script, and plainly without. */
  const form = (what: 'check-in' | 'undo') => ({
    action: what === 'undo' ? undoAction : checkInAction,
    onSubmit: (event: FormEvent<HTMLFormElement>) => {
      event.preventDefault();
      const data = new FormData(event.currentTarget);
      if (what === 'check-in') data.set('scanId', newScanId());
      send(what, data).catch(() => undefined);
    },
  });

  return {
    shown,
    progress,
    online,
    last,
    pending,
    sound,
    scan,
    next,
    checkIn: form('check-in'),
    undo: form('undo'),
    /** Asks once more what no answer came to: the same scan, under the same id. */
    again: () => {
      if (shown?.sent)
        send(shown.sent.has('checkInId') ? 'undo' : 'check-in', shown.sent).catch(() => undefined);
    },
  };
}

export type Desk = ReturnType<typeof useDesk>;
