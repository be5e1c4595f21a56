import { parseArgs } from 'node:util';
import { startStripe } from './start.ts';

/** The stand-in as a program of its own. Prints one line of JSON when it is ready. */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    'control-port': { type: 'string', default: '0' },
    host: { type: 'string', default: '127.0.0.1' },
    data: { type: 'string', default: ':memory:' },
    'webhook-url': { type: 'string' },
    'webhook-secret': { type: 'string' },
    'secret-key': { type: 'string' },
    'publishable-key': { type: 'string' },
    'clock-offset-ms': { type: 'string' },
    'exit-with-parent': { type: 'boolean', default: false },
  },
});

const offset = values['clock-offset-ms'];
const stripe = await startStripe({
  port: Number(values.port),
  controlPort: Number(values['control-port']),
  host: values.host,
  data: values.data,
  webhookUrl: values['webhook-url'],
  webhookSecret: values['webhook-secret'],
  secretKey: values['secret-key'],
  publishableKey: values['publishable-key'],
  clockOffsetMs: offset === undefined ? undefined : Number(offset),
});

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await stripe.close();
  process.exit(0);
}

process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());
if (values['exit-with-parent']) {
  // The pipe closes when whoever started this is gone, however it went.
  process.stdin.on('close', () => void stop());
  process.stdin.on('error', () => void stop());
  process.stdin.resume();
}

process.stdout.write(
  `${JSON.stringify({ ready: true, port: stripe.port, controlPort: stripe.controlPort })}\n`,
);
