'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef } from 'react';
import type { DoorAnswer, DoorPerson } from './door-answer.ts';
import { DoorMark, toneOf } from './marks.tsx';

// messages: door.word.*

/** Names of more letters are set smaller, so that they still leave room for the reason. */
const LONG_NAME = 24;
const VERY_LONG_NAME = 52;

function nameSize(name: string): string {
  if (name.length > VERY_LONG_NAME) return 'door-name-s';
  return name.length > LONG_NAME ? 'door-name-m' : 'door-name-l';
}

/** The whole screen after a scan: colour, mark, word and reason say the same, the sound says it again. */
export function ResultScreen({
  answer,
  primary,
  secondary,
}: {
  answer: DoorAnswer;
  primary: ReactNode;
  secondary: ReactNode;
}) {
  const t = useTranslations('door');
  const screen = useRef<HTMLElement>(null);
  const word = t(`word.${answer.kind}`);

  useEffect(() => {
    const before = document.activeElement;
    screen.current?.querySelector<HTMLElement>('[data-next]')?.focus();
    // Whoever types codes goes on typing.
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);

  return (
    <section ref={screen} role="alert" className={`door-result door-${toneOf(answer.kind)}`}>
      <div className="door-sheet">
        <DoorMark kind={answer.kind} className="door-mark" />
        <div className="door-words">
          {/* The page keeps its own heading; this one is on top of everything while it lasts. */}
          <p className="door-word" style={{ '--letters': word.length }}>
            {word}
          </p>
          {'who' in answer ? (
            <Who who={answer.who} />
          ) : (
            <p className="door-name-m">{t(answer.kind === 'no_network' ? 'maybe' : 'nothing')}</p>
          )}
          <Reason answer={answer} />
        </div>
        <div className="door-buttons">
          {primary}
          {secondary}
        </div>
      </div>
    </section>
  );
}

function Who({ who }: { who: DoorPerson }) {
  const t = useTranslations('door');
  return (
    <div className="door-who">
      <p className={nameSize(who.name)}>{who.name}</p>
      <p className="door-type">{who.ticketType}</p>
      <p className="mt-1 [overflow-wrap:anywhere]">
        {t('ticketOf', { number: who.number, count: who.count, reference: who.reference })}
      </p>
    </div>
  );
}

function Reason({ answer }: { answer: DoorAnswer }) {
  const t = useTranslations('door');
  switch (answer.kind) {
    case 'admitted':
      return null;
    case 'already_used':
      return (
        <p className="door-why">
          {t('why.already_used', {
            at: answer.at,
            door: answer.door,
            by: answer.by ?? 'nobody',
          })}{' '}
          {answer.minutes < 60 ? t('why.ago', { minutes: answer.minutes }) : null}
        </p>
      );
    case 'wrong_event':
      return (
        <p className="door-why">
          {t('why.wrong_event', {
            event: answer.event,
            when: answer.when,
            place: answer.place ?? 'none',
          })}
        </p>
      );
    case 'wrong_date':
      return <p className="door-why">{t('why.wrong_date', { when: answer.when })}</p>;
    case 'refunded':
      return <p className="door-why">{t('why.refunded', { when: answer.when ?? 'unknown' })}</p>;
    case 'other_mode':
      return <p className="door-why">{t('why.other_mode', { mode: answer.mode })}</p>;
    case 'refused':
      return <p className="door-why">{answer.message}</p>;
    default:
      return <p className="door-why">{t(`why.${answer.kind}`)}</p>;
  }
}
