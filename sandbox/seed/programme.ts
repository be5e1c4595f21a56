import { america } from './events/america.ts';
import { amsterdamHelsinkiDublin } from './events/amsterdam-helsinki-dublin.ts';
import { barcelonaParisAthens } from './events/barcelona-paris-athens.ts';
import { berlinHamburgVienna } from './events/berlin-hamburg-vienna.ts';
import { britain } from './events/britain.ts';
import { japan } from './events/japan.ts';
import { leipzig } from './events/leipzig.ts';
import { lisbonAndPorto } from './events/lisbon-and-porto.ts';
import { online } from './events/online.ts';
import type { SeedEvent } from './types.ts';

/** Every event of the demo. */
export const programme: readonly SeedEvent[] = [
  ...lisbonAndPorto,
  ...barcelonaParisAthens,
  ...leipzig,
  ...berlinHamburgVienna,
  ...amsterdamHelsinkiDublin,
  ...britain,
  ...america,
  ...japan,
  ...online,
];
