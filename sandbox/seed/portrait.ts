import sharp from 'sharp';
import { randomFrom } from './random.ts';

const GROUNDS = ['#e7b23c', '#d9573a', '#2f6f6b', '#3d5a9b', '#c98fa3', '#8aa35a'];
const CLOTHES = ['#1f2a44', '#f3ead8', '#7a2e2a', '#35503f', '#20202a'];
const SKINS = ['#f0c9a6', '#d9a273', '#a86d45', '#7a4a2e', '#f6d9be'];
const HAIR = ['#1d1714', '#4b2e1f', '#a3622c', '#d8b26a', '#8d8781'];

/** Cuts of hair: what lies behind the head, and what lies before it. */
const CUTS = [
  {
    behind: 'M92 250q-8-150 108-156 116 6 108 156v40H92z',
    before: 'M112 214q0-104 88-106 88 2 88 106-70-8-92-62-24 52-84 62z',
  },
  { behind: '', before: 'M116 206q-10-104 84-108 94 4 84 108-14-50-40-58-60 16-90-2-26 14-38 60z' },
  {
    behind: 'M200 40a46 46 0 1 1-.1 0z',
    before: 'M114 210q-4-108 86-110 90 2 86 110-22-58-86-60-64 2-86 60z',
  },
  {
    behind: 'M88 330q-14-230 112-236 126 6 112 236z',
    before: 'M112 220q4-112 120-108 58 8 56 108-20-66-96-76-30 50-80 76z',
  },
];

/** A portrait of somebody in cut paper, the same every time, as the PNG that they might have sent. */
export async function drawPortrait(email: string): Promise<Buffer> {
  const { pick, between } = randomFrom(`portrait of ${email}`);
  const [ground, clothes, skin, hair, cut] = [
    pick(GROUNDS),
    pick(CLOTHES),
    pick(SKINS),
    pick(HAIR),
    pick(CUTS),
  ];
  const lean = between(-5, 5);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="800" viewBox="0 0 400 400">
    <path fill="${ground}" d="M0 0h400v400H0z"/>
    <g transform="rotate(${lean} 200 400)">
      <path fill="${hair}" d="${cut.behind}"/>
      <path fill="${clothes}" d="M48 420q4-112 104-122l48 26 48-26q100 10 104 122z"/>
      <path fill="${skin}" d="M164 250h72v52q-36 40-72 0z"/>
      <ellipse fill="${skin}" cx="200" cy="206" rx="76" ry="90"/>
      <path fill="${hair}" d="${cut.before}"/>
      <path fill="none" stroke="#20202a" stroke-width="6" stroke-linecap="round" d="M166 212v6m68-6v6m-54 40q20 14 40 0"/>
    </g></svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}
