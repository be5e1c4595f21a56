import type { Ref } from 'react';
import { Notice } from './notice.tsx';
import type { FormAnswer } from './use-form-action.ts';

/** What came of a form: takes the focus when it has something to say. */
export function FormNotice({
  answer,
  notice,
  failed,
}: {
  answer: FormAnswer | null;
  notice: Ref<HTMLDivElement>;
  /** What could not be done. */
  failed: string;
}) {
  if (answer === null || answer.kind === 'incomplete' || answer.kind === 'elsewhere') return null;
  return (
    <div ref={notice} tabIndex={-1} className="outline-none">
      {answer.kind === 'done' ? (
        <Notice kind="ok" role="status" title={answer.message} />
      ) : (
        <Notice kind="bad" role="alert" title={failed}>
          {answer.message}
        </Notice>
      )}
    </div>
  );
}
