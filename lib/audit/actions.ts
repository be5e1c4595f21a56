import { type Messages, messages } from '../i18n/messages.ts';

type Words = Messages['audit']['action'];

/** What actions are about: each needs a heading too, for lists to choose from. */
type Topic = Extract<keyof Words, keyof Messages['audit']['about']>;

/**
 * Whatever the log can say: object and past tense, such as `event.published`. The list is that of its words in
 * `audit.json`, so nothing can be recorded that no reader would find words for.
 */
export type AuditAction = { [T in Topic]: `${T}.${Extract<keyof Words[T], string>}` }[Topic];

/** What the log can be about; from the same catalogue. */
export type AuditObject = keyof Messages['audit']['object'];

/** Topics of the platform, which no organizer's log is about. */
const PLATFORM: readonly string[] = ['category', 'job', 'user'] satisfies Topic[];

const isAction = (name: string): name is AuditAction => {
  const [object = '', verb = ''] = name.split('.');
  const verbs = Object.entries(messages.en.audit.action).find(([known]) => known === object)?.[1];
  return verbs !== undefined && Object.hasOwn(verbs, verb);
};

/** Every action, by its object. */
export const auditActions: readonly AuditAction[] = Object.entries(messages.en.audit.action)
  .flatMap(([object, verbs]) => Object.keys(verbs).map((verb) => `${object}.${verb}`))
  .filter(isAction);

/** What the log of an organizer can hold. */
export const organizerActions: readonly AuditAction[] = auditActions.filter(
  (action) => !PLATFORM.includes(action.split('.')[0] ?? ''),
);
