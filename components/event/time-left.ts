/** What a countdown shows: days, hours and minutes, or the two largest units of less, so that it changes no more often than needed. */
export type TimeLeft = { unit: 'days' | 'hours' | 'minutes' | 'seconds'; count: number }[];

/** @param milliseconds until then; nothing is left of a moment that has passed */
export function timeLeft(milliseconds: number): TimeLeft {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  const parts: TimeLeft = [
    { unit: 'days', count: Math.floor(seconds / 86_400) },
    { unit: 'hours', count: Math.floor(seconds / 3600) % 24 },
    { unit: 'minutes', count: Math.floor(seconds / 60) % 60 },
    { unit: 'seconds', count: seconds % 60 },
  ];
  const first = parts.findIndex((part) => part.count > 0);
  return first === -1 ? [] : parts.slice(first, first + (first === 0 ? 3 : 2));
}
