import { useTranslations } from 'next-intl';
import { buttonClass } from '../ui/button.tsx';
import { Status } from '../ui/status.tsx';

export type Device = { id: string; name: string; since: string; seen: string; current: boolean };

/** Where somebody is signed in, and the way to end each. Plain forms: they need no script. */
export function DeviceList({
  devices,
  end,
}: {
  devices: readonly Device[];
  end: (data: FormData) => Promise<void>;
}) {
  const t = useTranslations('account.devices');
  return (
    <div>
      <ul className="rows border-b border-hairline">
        {devices.map((device) => (
          <li key={device.id} className="flex items-center justify-between gap-x-6 py-3">
            <div className="min-w-0">
              <p className="font-[620] [overflow-wrap:anywhere]">{device.name}</p>
              <p className="text-15 text-ink-2">
                {device.current
                  ? t('since', { since: device.since })
                  : t('seen', { since: device.since, seen: device.seen })}
              </p>
            </div>
            {device.current ? (
              <span className="shrink-0">
                <Status shape="circle" tone="ok">
                  {t('this')}
                </Status>
              </span>
            ) : (
              <form action={end} className="shrink-0">
                <input type="hidden" name="session" value={device.id} />
                <button
                  type="submit"
                  aria-label={t('endOf', { device: device.name })}
                  className="link inline-flex min-h-11 items-center"
                >
                  {t('end')}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {devices.length > 1 ? (
        <form action={end} className="mt-6">
          <input type="hidden" name="session" value="" />
          <button type="submit" className={buttonClass({ variant: 'line' })}>
            {t('endAll')}
          </button>
        </form>
      ) : null}
    </div>
  );
}
