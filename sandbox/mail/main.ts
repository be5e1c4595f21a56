import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { startMail } from './start-mail.ts';

const USAGE =
  'node sandbox/mail/main.ts --data FILE.sqlite --api-key KEY [--port N] [--control-port N] [--rate 2] [--host 127.0.0.1] [--exit-with-parent]';

function number(value: string | undefined, name: string, fallback: number): number {
  const parsed = value === undefined ? fallback : Number(value);
  if (!Number.isInteger(parsed) || parsed < 0 || parsed > 65_535) {
    throw new Error(`--${name} must be a whole number, got "${value}".`);
  }
  return parsed;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      'control-port': { type: 'string' },
      data: { type: 'string' },
      'api-key': { type: 'string' },
      rate: { type: 'string' },
      host: { type: 'string' },
      'exit-with-parent': { type: 'boolean', default: false },
    },
  });
  const { data, 'api-key': apiKey } = values;
  if (!data || !apiKey) throw new Error(`Usage: ${USAGE}`);
  mkdirSync(dirname(data), { recursive: true });
  const mail = await startMail({
    data,
    apiKey,
    port: number(values.port, 'port', 0),
    controlPort: number(values['control-port'], 'control-port', 0),
    rate: number(values.rate, 'rate', 2),
    host: values.host ?? '127.0.0.1',
  });

  const stop = () => {
    mail.close().then(() => process.exit(0), fail);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  if (values['exit-with-parent']) process.stdin.resume().once('close', stop).once('end', stop);

  const { url, port, controlUrl, controlPort } = mail;
  process.stdout.write(`${JSON.stringify({ ready: true, port, url, controlPort, controlUrl })}\n`);
}

function fail(error: unknown): void {
  process.stderr.write(`sandbox/mail: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

main().catch(fail);
