import { useMessages, useTranslations } from 'next-intl';
import { wordFor } from '../audit/word-for.ts';
import { Status } from '../ui/status.tsx';
import { Table } from '../ui/table.tsx';
import type { FormAction } from '../ui/use-form-action.ts';
import { RetryForm } from './retry-form.tsx';

type Row = {
  id: string;
  task: string;
  about: { kind: 'booking'; reference: string } | { kind: 'user'; id: string; name: string } | null;
  tries: number;
  mostTries: number;
  failure: string | null;
  running: boolean;
  nextTry: Date | null;
  createdAt: Date;
};

// messages: jobs.task.*, jobs.failure.*
/** Jobs whose last try failed, a line each, with a button that tries it again. */
export function JobsTable({
  jobs,
  retry,
  when,
}: {
  jobs: readonly Row[];
  retry: FormAction;
  /** Writes an instant out in the admin's zone. */
  when: (instant: Date) => string;
}) {
  const t = useTranslations('jobs');
  const words = useMessages().jobs;
  return (
    <Table
      caption={t('title')}
      columns={[
        { key: 'job', label: t('job') },
        { key: 'why', label: t('why'), from: 'tablet' },
        { key: 'tries', label: t('tries'), from: 'desk' },
        { key: 'next', label: t('next'), from: 'tablet' },
        { key: 'since', label: t('since'), from: 'desk' },
        { key: 'retry', label: <span className="sr-only">{t('retry')}</span>, number: true },
      ]}
      rows={jobs.map((job) => {
        const name = wordFor(words.task, job.task) ?? job.task;
        const why = wordFor(words.failure, job.failure ?? 'unknown') ?? job.failure;
        const tries = t('triesOf', { tries: job.tries, most: job.mostTries });
        return {
          key: job.id,
          cells: {
            job: (
              <span className="block text-start [overflow-wrap:anywhere]">
                <span className="block font-[620]">{name}</span>
                <JobAbout about={job.about} />
                <span className="block tablet:hidden">{why}</span>
                <span className="block text-ink-2">
                  {t.rich('number', {
                    number: `job-${job.id}`,
                    whole: (number) => <span className="whitespace-nowrap">{number}</span>,
                  })}
                </span>
                <span className="block text-ink-2 desk:hidden">
                  {t('tries')}: {tries}
                </span>
                <span className="block tablet:hidden">
                  <NextTry job={job} when={when} />
                </span>
              </span>
            ),
            why,
            tries: <span className="whitespace-nowrap tabular-nums">{tries}</span>,
            next: <NextTry job={job} when={when} />,
            since: <span className="whitespace-nowrap">{when(job.createdAt)}</span>,
            retry: job.running ? null : (
              <RetryForm
                action={retry}
                id={job.id}
                words={{
                  submit: t('retry'),
                  pending: t('pending'),
                  failed: t('failed'),
                  name: t('retryOf', { job: name, id: job.id }),
                }}
              />
            ),
          },
        };
      })}
    />
  );
}

function JobAbout({ about }: { about: Row['about'] }) {
  const t = useTranslations('jobs');
  if (!about) return null;
  const [href, name] =
    about.kind === 'booking'
      ? [`/admin/bookings/${about.reference}`, t('booking', { reference: about.reference })]
      : [`/admin/users/${about.id}`, about.name];
  return (
    <a href={href} className="block hover:underline">
      {name}
    </a>
  );
}

function NextTry({ job: { running, nextTry }, when }: { job: Row; when: (instant: Date) => string }) {
  const t = useTranslations('jobs');
  if (running) {
    return (
      <Status shape="hourglass" tone="accent">
        {t('running')}
      </Status>
    );
  }
  return nextTry ? (
    <>
      <span className="text-ink-2 tablet:hidden">{t('next')} </span>
      <span className="whitespace-nowrap">{when(nextTry)}</span>
    </>
  ) : (
    <Status shape="cross" tone="bad">
      {t('givenUp')}
    </Status>
  );
}
