'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import { Button, buttonClass } from '../ui/button.tsx';
import { Monogram, type Picture } from '../ui/monogram.tsx';
import { Notice } from '../ui/notice.tsx';

/** Pixels of the preview, enough for fine screens. */
const PREVIEW = 384;

/**
 * One's picture: the one there is, another one, or none. Two plain forms; with a script the chosen one is shown before it is
 * sent, what cannot be taken is said at once, and the page stays while it is on its way.
 */
export function PictureForm({
  name,
  picture,
  send,
  remove,
  most,
  words,
  answer,
}: {
  name: string;
  picture: Picture | null;
  /** Where the forms are sent. */
  send: string;
  remove: string;
  /** Bytes. */
  most: number;
  /** Said of a file that is not worth sending. */
  words: { tooLarge: string; unknown: string };
  /** What came of the form that led here. */
  answer: { kind: 'done' | 'refused'; message: string } | null;
}) {
  const t = useTranslations('account.picture');
  const [chosen, setChosen] = useState<string | null>(null);
  const [said, setSaid] = useState(answer);
  const [pending, setPending] = useState(false);
  const notice = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const preview = useRef<HTMLCanvasElement>(null);
  const refuse = (message: string) => setSaid({ kind: 'refused', message });

  useEffect(() => {
    if (said) notice.current?.focus();
  }, [said]);

  async function choose(field: HTMLInputElement) {
    const file = field.files?.[0];
    setSaid(null);
    setChosen(null);
    if (!file) return;
    const drawn = file.size <= most && preview.current ? await draw(file, preview.current) : false;
    // Another one was chosen while this one was unpacked.
    if (field.files?.[0] !== file) return;
    if (drawn) return setChosen(file.name);
    field.value = '';
    refuse(file.size > most ? words.tooLarge : words.unknown);
  }

  // Chosen before the script was there.
  const whenReady = useEffectEvent(() => {
    if (field.current?.files?.length) void choose(field.current);
  });
  useEffect(() => whenReady(), []);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const body = new FormData(event.currentTarget);
    setPending(true);
    setSaid(null);
    const answered = await ask(send, body);
    // A whole page is loaded, so that the picture is another one wherever it stands.
    if (answered?.next !== undefined) return leadTo(answered.next);
    setPending(false);
    refuse(answered?.problem ?? t('lost'));
  }

  return (
    <div className="max-w-[640px]">
      {said ? (
        <div ref={notice} tabIndex={-1} className="mb-5 outline-none">
          {said.kind === 'done' ? (
            <Notice kind="ok" role="status" title={said.message} />
          ) : (
            <Notice kind="bad" role="alert" title={t('failed')}>
              {said.message}
            </Notice>
          )}
        </div>
      ) : null}
      <div className="grid gap-x-6 gap-y-4 tablet:grid-cols-[128px_minmax(0,1fr)]">
        <div>
          <canvas
            ref={preview}
            role="img"
            aria-label={t('preview')}
            width={PREVIEW}
            height={PREVIEW}
            hidden={chosen === null}
            className="size-32 rounded outline -outline-offset-1 outline-hairline"
          />
          {chosen === null ? (
            <Monogram name={name} picture={picture} size="large" alt={t('current')} />
          ) : null}
        </div>
        <div className="min-w-0">
          <form
            action={send}
            method="post"
            encType="multipart/form-data"
            onSubmit={submit}
            aria-busy={pending}
            className="flex flex-wrap gap-3"
          >
            <input
              ref={field}
              id="picture-file"
              name="picture"
              type="file"
              required
              accept="image/jpeg,image/png,image/webp,image/gif"
              aria-describedby="picture-limits"
              onChange={({ currentTarget }) => choose(currentTarget)}
              className="peer sr-only noscript:not-sr-only noscript:min-h-11 noscript:w-full"
            />
            <label
              htmlFor="picture-file"
              className={`${buttonClass({ variant: 'line' })} cursor-pointer noscript:sr-only peer-focus-visible:outline-3 peer-focus-visible:outline-offset-3 peer-focus-visible:outline-(--focus)`}
            >
              {chosen === null && picture === null ? t('choose') : t('other')}
            </label>
            <Button
              type="submit"
              disabled={pending}
              className={chosen === null ? '[@media(scripting:enabled)]:hidden' : ''}
            >
              {pending ? t('pending') : t('submit')}
            </Button>
          </form>
          <p aria-live="polite" className="mt-2 text-15 [overflow-wrap:anywhere]">
            {chosen === null ? (picture === null ? t('none') : null) : t('chosen', { name: chosen })}
          </p>
          <p id="picture-limits" className="mt-2 text-15 text-ink-2">
            {t('text')} {t('limits')}
          </p>
          {picture ? (
            <form action={remove} method="post" className="mt-2">
              <button type="submit" disabled={pending} className="link inline-flex min-h-11 items-center">
                {t('remove')}
              </button>
            </form>
          ) : null}
        </div>
      </div>
    </div>
  );
}

/** Draws the square that will be kept. False for what is no picture. */
async function draw(file: File, canvas: HTMLCanvasElement): Promise<boolean> {
  try {
    const bitmap = await createImageBitmap(file);
    const { width, height } = bitmap;
    const side = Math.min(width, height);
    const context = canvas.getContext('2d');
    if (context) {
      context.fillStyle = '#fff';
      context.fillRect(0, 0, PREVIEW, PREVIEW);
      context.imageSmoothingQuality = 'high';
      context.drawImage(bitmap, (width - side) / 2, (height - side) / 2, side, side, 0, 0, PREVIEW, PREVIEW);
    }
    bitmap.close();
    return true;
  } catch {
    return false;
  }
}

/** Goes there, also when it is the page that is open already and the address differs only in its hash. */
function leadTo(next: string): void {
  const { pathname, search, hash } = window.location;
  if (next === pathname + search + hash) window.location.reload();
  else window.location.assign(next);
}

/** What the house answers to a form sent by script; null when no answer came that can be read. */
async function ask(address: string, body: FormData): Promise<{ next?: string; problem?: string } | null> {
  try {
    const response = await fetch(address, { method: 'POST', body, headers: { accept: 'application/json' } });
    const answer: unknown = await response.json();
    return typeof answer === 'object' ? answer : null;
  } catch {
    return null;
  }
}
