import type { CountryCode } from './cities.ts';
import type { Random } from './random.ts';

/** A name as its bearer writes it and, where that is not Latin, how it is spelled in an address. */
type Name = string | readonly [written: string, latin: string];

type Names = { given: readonly Name[]; family: readonly Name[]; familyFirst?: true };

/** Names that are common where the events take place; more than a third of most cities comes from elsewhere. */
const names: Readonly<Record<CountryCode, Names>> = {
  PT: {
    given: [
      'Ana',
      'João',
      'Mafalda',
      'Rui',
      'Conceição',
      'Diogo',
      'Leonor',
      'Nuno',
      'Filipa',
      'Gonçalo',
      'Fátima',
      'Simão',
    ],
    family: [
      'Carvalho',
      'Magalhães',
      'Nogueira',
      'Sequeira',
      'Antunes',
      'Évora',
      'Brandão',
      'Tavares',
      'Semedo',
      'Vaz',
      'Lourenço',
    ],
  },
  ES: {
    given: ['Montserrat', 'Jordi', 'Núria', 'Íñigo', 'Lucía', 'Pau', 'Begoña', 'Álvaro', 'Mireia', 'Oriol'],
    family: ['Puig', 'Ferrer', 'Ibáñez', 'Castells', 'Muñoz', 'Soler', 'Etxeberria', 'Roca', 'Peña', 'Vidal'],
  },
  FR: {
    given: ['Élodie', 'Mathieu', 'Aïcha', 'Benoît', 'Françoise', 'Ousmane', 'Camille', 'Gaël', 'Zoé', 'Rémi'],
    family: [
      'Lefèvre',
      'Diallo',
      'Garnier',
      'Benali',
      'Moreau',
      'Nguyen',
      'Roussel',
      'D’Almeida',
      'Chevallier',
      'Picard',
    ],
  },
  DE: {
    given: [
      'Jürgen',
      'Katharina',
      'Emre',
      'Sabine',
      'Lukas',
      'Ayşe',
      'Björn',
      'Henrike',
      'Thorsten',
      'Małgorzata',
      'Piet',
      'Gül',
    ],
    family: [
      'Schäfer',
      'Yıldız',
      'Großmann',
      'Krüger',
      'Nowak',
      'von der Heide',
      'Lehmann',
      'Özdemir',
      'Weiß',
      'Petersen',
      'Jahn',
    ],
  },
  AT: {
    given: ['Resi', 'Florian', 'Mirjana', 'Leopold', 'Veronika', 'Dragan', 'Anneliese', 'Xaver'],
    family: ['Huber', 'Jovanović', 'Pichler', 'Wögerbauer', 'Kovács', 'Steindl', 'Prohaska'],
  },
  NL: {
    given: ['Femke', 'Daan', 'Soraya', 'Joris', 'Marieke', 'Bilal', 'Saskia', 'Teun'],
    family: ['de Boer', 'van Dijk', 'Bouazza', 'Visser', 'ten Hoeve', 'Mulder', 'Sital', 'Kuipers'],
  },
  GR: {
    given: [
      ['Ελένη', 'eleni'],
      ['Γιώργος', 'giorgos'],
      ['Δέσποινα', 'despina'],
      ['Νίκος', 'nikos'],
      ['Χριστίνα', 'christina'],
      ['Σταύρος', 'stavros'],
      ['Μαρία', 'maria'],
      ['Θανάσης', 'thanasis'],
    ],
    family: [
      ['Παπαδοπούλου', 'papadopoulou'],
      ['Οικονόμου', 'ikonomou'],
      ['Δημητρίου', 'dimitriou'],
      ['Ζαχαρίου', 'zachariou'],
      ['Ιωάννου', 'ioannou'],
      ['Κοντού', 'kontou'],
    ],
  },
  FI: {
    given: ['Päivi', 'Ville', 'Outi', 'Jyrki', 'Sanni', 'Väinö', 'Hodan', 'Riikka'],
    family: ['Mäkinen', 'Hämäläinen', 'Lindström', 'Korhonen', 'Yusuf', 'Väisänen', 'Salo', 'Ylönen'],
  },
  IE: {
    given: ['Aoife', 'Cillian', 'Gráinne', 'Oisín', 'Siobhán', 'Dara', 'Niamh', 'Tadhg'],
    family: ['O’Sullivan', 'Ní Bhriain', 'Doyle', 'Mac Cárthaigh', 'Kinsella', 'Byrne', 'Adeleke', 'Walsh'],
  },
  GB: {
    given: [
      'Margaret',
      'Kwame',
      'Isla',
      'Gareth',
      'Priyanka',
      'Callum',
      'Yasmin',
      'Hamish',
      'Olamide',
      'Rosalind',
      'Siân',
      'Bartholomew',
    ],
    family: [
      'Whitfield',
      'Boateng',
      'Khan',
      'MacAllister',
      'Pryce-Jones',
      'Chaudhry',
      'Ainsworth',
      'Okonjo',
      'Fraser',
      'Thistlethwaite',
      'Li',
    ],
  },
  US: {
    given: [
      'Denise',
      'Marcus',
      'Xochitl',
      'Tyler',
      'Mei-Ling',
      'Ezekiel',
      'Rosario',
      'Hannah',
      'Dmitri',
      'LaToya',
      'Walter',
      'Noor',
    ],
    family: [
      'Washington',
      'Kowalski',
      'Hernández',
      'O’Malley',
      'Nguyen',
      'Goldstein',
      'Baptiste',
      'Park',
      'Sorensen',
      'Abdullah',
      'Reyes',
    ],
  },
  JP: {
    given: [
      ['美咲', 'misaki'],
      ['健太', 'kenta'],
      ['陽子', 'yoko'],
      ['拓海', 'takumi'],
      ['さくら', 'sakura'],
      ['浩二', 'koji'],
      ['千尋', 'chihiro'],
      ['大輔', 'daisuke'],
    ],
    family: [
      ['佐藤', 'sato'],
      ['高橋', 'takahashi'],
      ['渡辺', 'watanabe'],
      ['小林', 'kobayashi'],
      ['斎藤', 'saito'],
      ['松本', 'matsumoto'],
      ['井上', 'inoue'],
    ],
    familyFirst: true,
  },
};

const countries = Object.keys(names).filter((key): key is CountryCode => key in names);

export type Buyer = { name: string; email: string; country: CountryCode };

/** Somebody who buys a ticket in that country: mostly from there, sometimes from far away. */
export function inventBuyer(random: Random, country: CountryCode): Buyer {
  const home = random.next() < 0.8 ? country : random.pick(countries);
  const { given, family, familyFirst } = names[home];
  const [first, last] = [random.pick(given), random.pick(family)];
  const name = familyFirst ? `${written(last)} ${written(first)}` : `${written(first)} ${written(last)}`;
  return { name, email: `${latin(first)}.${latin(last)}@visitor.example`, country: home };
}

const written = (name: Name) => (typeof name === 'string' ? name : name[0]);

/** Letters that lose nothing by decomposition, so it does not take their strokes off. */
const strokes: Readonly<Record<string, string>> = { ß: 'ss', ı: 'i', ł: 'l', ø: 'o', đ: 'd' };

function latin(name: Name): string {
  if (typeof name !== 'string') return name[1];
  return name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[ßıłøđ]/g, (letter) => strokes[letter] ?? letter)
    .replaceAll(/[^a-z-]/g, '');
}
