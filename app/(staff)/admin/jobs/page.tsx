import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AdminFrame } from '#components/admin/frame.tsx';
import { JobsTable } from '#components/admin/jobs-table.tsx';
import { RetryForm } from '#components/admin/retry-form.tsx';
import { DoneNotice } from '#components/ui/done-notice.tsx';
import { database } from '#lib/database.ts';
import { listFailedJobs } from '#lib/jobs/list-failed-jobs.ts';
import type { SearchParams } from '../../dashboard/list-query.ts';
import { adminPage, adminTitle } from '../admin-page.ts';
import { retryAllJobsAction, retryJobAction } from './actions.ts';

const HERE = '/admin/jobs';

export const generateMetadata = (): Promise<Metadata> => adminTitle('jobs', HERE);

/** What the worker could not do, why, and when it is tried again. */
export default async function AdminJobsPage({ searchParams }: { searchParams: SearchParams }) {
  const { account, frame, when } = await adminPage('jobs', HERE);
  const [{ jobs, all }, t, { sent }] = await Promise.all([
    listFailedJobs(database(), account.actor),
    getTranslations('jobs'),
    searchParams,
  ]);
  // The worker may be at them already; what it does not have in hand can be sent off.
  const idle = all - jobs.filter(({ running }) => running).length;
  return (
    <AdminFrame {...frame}>
      <main id="content" className="min-w-0 px-(--margin) pt-6 pb-16 desk:px-8">
        {typeof sent === 'string' && /^\d{1,6}$/.test(sent) ? (
          <div className="mb-4 max-w-[880px]">
            {/* Anew for each retry, so that it is read out each time. */}
            {sent === '0' ? (
              <DoneNotice key={`none ${all}`} kind="warn" title={t('none')}>
                {t('noneText')}
              </DoneNotice>
            ) : (
              <DoneNotice key={`sent ${all}`} title={t('sent', { count: Number(sent) })}>
                {t('sentText')}
              </DoneNotice>
            )}
          </div>
        ) : null}
        <h1 className="display-t4">{t('title')}</h1>
        <p className="mt-1 max-w-[68ch] text-ink-2">{t(jobs.length > 0 ? 'text' : 'empty')}</p>
        {jobs.length > 0 ? (
          <>
            <div className="mt-4 mb-5 flex flex-wrap items-center gap-x-5 gap-y-2">
              {idle > 0 ? (
                <RetryForm
                  action={retryAllJobsAction}
                  words={{
                    submit: t('retryAll', { count: idle }),
                    pending: t('pending'),
                    failed: t('failed'),
                  }}
                />
              ) : null}
              {all > jobs.length ? <p>{t('some', { shown: jobs.length, all })}</p> : null}
            </div>
            <JobsTable jobs={jobs} retry={retryJobAction} when={when} />
          </>
        ) : null}
      </main>
    </AdminFrame>
  );
}
