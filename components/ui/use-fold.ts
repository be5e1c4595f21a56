'use client';

import { useEffect, useRef } from 'react';
import type { FormAnswer } from './use-form-action.ts';

/** For a <details> around a form: it closes when the form has done what it is for, and what came of it is said outside. */
export function useFold(answer: FormAnswer | null) {
  const fold = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (answer?.kind === 'done' && fold.current) fold.current.open = false;
  }, [answer]);
  return fold;
}
