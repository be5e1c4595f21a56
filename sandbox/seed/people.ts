import type { OrganizerKey } from './types.ts';

/** Everyone who can sign in to the demo has this password; the demo's first screen prints it. */
export const demoPassword = 'house-lights-up';

export type SeedPerson = { name: string; email: string };

type MemberRole = 'owner' | 'manager' | 'box_office' | 'door';

export type SeedOrganizer = {
  slug: string;
  name: string;
  /** Who they are, in their own words, two or three sentences. */
  about: string;
  email: string;
  country: 'PT' | 'DE' | 'GB';
  /** Who sells, as receipts have to say it. Numbers that nobody can have. */
  legal: { legalName: string; legalAddress: string; taxNumber: string };
  members: readonly (SeedPerson & { role: MemberRole })[];
  /** Who has been asked to join and has not answered yet. */
  invited: readonly { email: string; role: MemberRole }[];
};

/** Who has a picture; the others show their initials. */
export const portrayed: readonly string[] = ['noor', 'ines', 'tomas', 'duarte', 'jule', 'linh'].map(
  (name) => `${name}@foyer.example`,
);

/** The demo's visitor: has tickets for what comes, for what was, and for an evening that was called off. */
export const attendee: SeedPerson = { name: 'Noor Haddad', email: 'noor@foyer.example' };

export const admin: SeedPerson = { name: 'Ruth Adeyemi', email: 'ruth@foyer.example' };

export const organizers: Readonly<Record<OrganizerKey, SeedOrganizer>> = {
  mareBaixa: {
    slug: 'mare-baixa',
    name: 'Maré Baixa',
    about:
      'Eleven people in Lisbon who have put on loud and quiet music since 2019, and lately dinners, walks and other excuses to leave the house. We pay everyone the same and publish the accounts each January.',
    email: 'ola@marebaixa.example',
    country: 'PT',
    legal: {
      legalName: 'Maré Baixa, Cooperativa Cultural, CRL',
      legalAddress: 'Rua da Boavista 84\n1200-068 Lisboa',
      taxNumber: 'PT500000000',
    },
    members: [
      { name: 'Inês Quental', email: 'ines@foyer.example', role: 'owner' },
      { name: 'Tomás Ferreira', email: 'tomas@foyer.example', role: 'manager' },
      { name: 'Beatriz Lopo', email: 'beatriz@foyer.example', role: 'box_office' },
      { name: 'Duarte Pinho', email: 'duarte@foyer.example', role: 'door' },
    ],
    invited: [{ email: 'rita@foyer.example', role: 'box_office' }],
  },
  kanalhaus: {
    slug: 'kanalhaus',
    name: 'Kanalhaus',
    about:
      'Ein Haus für Gespräche und Filme am Karl-Heine-Kanal in Leipzig, mit Gastspielen überall dort, wo jemand einen Saal und einen Projektor hat. Getragen von einem Verein mit 212 Mitgliedern.',
    email: 'haus@kanalhaus.example',
    country: 'DE',
    legal: {
      legalName: 'Kanalhaus Leipzig e. V.',
      legalAddress: 'Karl-Heine-Straße 83\n04229 Leipzig',
      taxNumber: 'DE000000000',
    },
    members: [
      { name: 'Jule Brandt', email: 'jule@foyer.example', role: 'owner' },
      { name: 'Mehmet Arslan', email: 'mehmet@foyer.example', role: 'manager' },
      { name: 'Friederike Voß', email: 'friederike@foyer.example', role: 'box_office' },
      { name: 'Linh Trần', email: 'linh@foyer.example', role: 'door' },
    ],
    invited: [],
  },
  pell: {
    slug: 'pell-and-daughters',
    name: 'Pell & Daughters',
    about:
      'A family agency with desks in London, New York and Tokyo. Harriet Pell books what she would cross a city for; her daughters make sure there is somewhere to sit.',
    email: 'hello@pelldaughters.example',
    country: 'GB',
    legal: {
      legalName: 'Pell & Daughters Ltd',
      legalAddress: '19 Hoxton Street\nLondon N1 6NL',
      taxNumber: 'GB000000000',
    },
    members: [
      { name: 'Harriet Pell', email: 'harriet@foyer.example', role: 'owner' },
      { name: 'Dami Okafor', email: 'dami@foyer.example', role: 'manager' },
      { name: '中村 由紀', email: 'yuki@foyer.example', role: 'box_office' },
      { name: 'Lou Castellano', email: 'lou@foyer.example', role: 'door' },
    ],
    invited: [],
  },
};
