import { once } from 'node:events';
import { holdTickets } from '#lib/booking/hold-tickets.ts';
import { pool } from '#lib/database.ts';
import { DomainError } from '#lib/errors.ts';

// One of two processes that sell the same event: node hold-race-program.ts <event> <ticket type> <buyers>.
// Connects, says that it is ready, waits for the word to go, and lets its buyers come in small bursts. Then prints how
// many of them hold a place.

const [, , eventId = '', ticketTypeId = '', buyers = '0'] = process.argv;
const BURST = 10;

const hold = async (): Promise<'held' | 'refused'> => {
  try {
    await holdTickets({ eventId, items: [{ ticketTypeId, quantity: 1 }], locale: 'en' }, { userId: null });
    return 'held';
  } catch (error) {
    if (error instanceof DomainError) return 'refused';
    throw error;
  }
};

await pool().query('select 1');
console.log('ready');
await once(process.stdin, 'data');
process.stdin.destroy();
const answers: Promise<'held' | 'refused'>[] = [];
for (let sent = 0; sent < Number(buyers); sent += BURST) {
  answers.push(...Array.from({ length: BURST }, hold));
  await new Promise((resolve) => setTimeout(resolve, 2));
}
const settled = await Promise.all(answers);
console.log(JSON.stringify({ held: settled.filter((answer) => answer === 'held').length }));
await pool().end();
