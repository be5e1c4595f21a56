'use client';

import { type ReactNode, useEffect, useRef } from 'react';

/** Where filters are folded; wider than that they stand beside the list. */
const FOLDED = '(width < 1101px)';

/**
 * What can be chosen, folded away on small screens. Without its script it folds out over the list; with it, a sheet
 * comes up from below whose action stays at its foot. The fields are moved into the sheet and back, never made twice,
 * so that they stay fields of one form and keep what was chosen.
 */
export function FilterSheet({
  face,
  title,
  close,
  clear,
  action,
  children,
}: {
  /** What is pressed. */
  face: ReactNode;
  title: string;
  /** Name of the cross. */
  close: string;
  /** Lets go of everything, where there is something to let go of. */
  clear: ReactNode;
  /** Stays at the foot of the sheet. Sending the form closes it. */
  action: ReactNode;
  children: ReactNode;
}) {
  const fold = useRef<HTMLDetailsElement>(null);
  const sheet = useRef<HTMLDialogElement>(null);
  const fields = useRef<HTMLDivElement>(null);
  const room = useRef<HTMLDivElement>(null);

  function open() {
    if (!fields.current || sheet.current?.open) return;
    fold.current?.removeAttribute('open');
    room.current?.append(fields.current);
    sheet.current?.showModal();
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is opened here lasts as long as the sheet
  useEffect(() => {
    const form = sheet.current?.closest('form');
    const folded = window.matchMedia(FOLDED);
    const box = sheet.current;
    const leave = () => box?.close();
    // What is pressed beside the sheet is its backdrop, and that is the dialog itself.
    const beside = ({ target }: Event) => target === box && leave();
    const face = fold.current?.querySelector('summary');
    const pressed = (click: Event) => {
      if (!folded.matches) return;
      click.preventDefault();
      open();
    };
    // What was opened while the script was on its way.
    if (fold.current?.open && folded.matches) open();
    face?.addEventListener('click', pressed);
    form?.addEventListener('submit', leave);
    box?.addEventListener('click', beside);
    folded.addEventListener('change', leave);
    return () => {
      face?.removeEventListener('click', pressed);
      form?.removeEventListener('submit', leave);
      box?.removeEventListener('click', beside);
      folded.removeEventListener('change', leave);
    };
  }, []);

  return (
    <>
      <details ref={fold} className="peer desk:[&::details-content]:[content-visibility:visible]">
        <summary className="flex list-none items-center justify-center gap-2 rounded border-[1.5px] border-ink text-15 font-[650] max-tablet:absolute max-tablet:end-0 max-tablet:top-[26px] max-tablet:h-[52px] max-tablet:w-[7.25rem] tablet:max-desk:absolute tablet:max-desk:start-0 tablet:max-desk:top-3 tablet:max-desk:h-11 tablet:max-desk:w-[7.25rem] desk:min-h-12 supports-[selector(::details-content)]:desk:hidden">
          {face}
        </summary>
        <div ref={fields}>{children}</div>
      </details>
      <dialog
        ref={sheet}
        aria-label={title}
        onClose={() => fields.current && fold.current?.append(fields.current)}
        className="sheet"
      >
        <div className="flex max-h-[calc(100dvh-44px)] flex-col">
          <div className="mx-[var(--margin)] flex items-center gap-4 border-b-[1.5px] border-rule py-2">
            <h2 className="display-t4 grow">{title}</h2>
            {clear}
            <button
              type="button"
              aria-label={close}
              onClick={() => sheet.current?.close()}
              className="-me-3 grid size-11 place-items-center"
            >
              <svg
                viewBox="0 0 12 12"
                aria-hidden="true"
                className="size-4"
                stroke="currentColor"
                strokeWidth="1.6"
              >
                <path d="m1 1 10 10M11 1 1 11" />
              </svg>
            </button>
          </div>
          <div ref={room} className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-[var(--margin)]" />
          <div className="border-t border-hairline px-[var(--margin)] py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
            {action}
          </div>
        </div>
      </dialog>
    </>
  );
}
