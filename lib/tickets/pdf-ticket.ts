import { type Ink, inkFor } from './pdf-ink.ts';
import { type Block, fitText, type Room } from './pdf-lines.ts';
import { prepareText, type TextStyle } from './pdf-text.ts';
import { ticketQrModules } from './ticket-qr.ts';
import { paperColours, tintColours } from './tint.ts';

/** One ticket with what stands around it, every sentence written out. */
export type TicketSheet = {
  /** Degrees of OKLCH: the event's tint. */
  hue: number;
  /** PNG or JPEG in 4:5, or null where the event has none. */
  poster: Uint8Array | null;
  site: string;
  event: string;
  /** "12", "March 2027", "Friday, 20:00 CET", "Doors 19:00". */
  date: { day: string; month: string; time: string; doors: string | null };
  /** Outside live mode: that it was not paid for. */
  testStamp: string | null;
  /** "Ticket 1 of 2" */
  position: string;
  name: Fact;
  type: Fact;
  place: Fact;
  /** What the QR picture says. */
  code: string;
  /** The same for people: ten characters. */
  readableCode: string;
  qrLabel: string;
  /** Under the ticket: booking, organizer, refunds. */
  facts: readonly Fact[];
};

/** What something is called, and what it is, a line each. */
type Fact = { label: string; lines: readonly string[] };

/**
 * In points, from the upper left corner of A4. US Letter is 50 points shorter, so nothing may lie below 770: the limits
 * of lines below see to that, and a test tries the longest of everything in every script.
 */
const SHEET = { left: 48, right: 547, head: 44, ticket: 84, lowest: 764 };
const STUB = { width: 187, qr: 152 };
const PADDING = 22;
const NOTCH = 8;
const LEAST_HEIGHT = 300;
/** Between the ticket and what stands under it, and above and below each line of that. */
const FACTS_GAP = 32;
const FACT_PADDING = 9;

type Laid = { label: Block; lines: Block[]; height: number };

const LABEL_GAP = 2;

/** Texts of other tickets of the same file, by what they are and the room they have: most stand on each of them. */
export type SetBefore = Map<string, Promise<Block>>;

/** How a ticket is drawn onto the page that is open. */
type Draw = (document: PDFKit.PDFDocument, section: PDFKit.PDFStructureElement) => void;

/**
 * Measures a ticket; drawing is what comes back.
 *
 * The ticket grows with its words down to a limit, and past that its words shrink, so that nothing ever leaves it.
 */
export async function layTicket(sheet: TicketSheet, setBefore: SetBefore = new Map()): Promise<Draw> {
  const context = [sheet.event, sheet.place.lines, sheet.name.lines].flat().join(' ');
  const set = (text: string, style: TextStyle, room: Room): Promise<Block> => {
    // Only characters that Chinese and Japanese share are drawn by what stands around them.
    const key = JSON.stringify([text, style, room, /\p{Script=Han}/u.test(text) ? context : '']);
    const known = setBefore.get(key);
    if (known) return known;
    const block = prepareText(text, style, context).then((prepared) => fitText(prepared, room));
    setBefore.set(key, block);
    return block;
  };
  const setFact = async (
    fact: Fact,
    room: Room,
    rest: Room = room,
    first: TextStyle = 'strong',
  ): Promise<Laid> => {
    const label = await set(fact.label, 'text', { width: room.width, lines: 1, size: 9, smallest: 7 });
    const lines = await Promise.all(
      fact.lines.map((line, index) => set(line, index === 0 ? first : 'text', index === 0 ? room : rest)),
    );
    const height = label.height + LABEL_GAP + lines.reduce((sum, line) => sum + line.height, 0);
    return { label, lines, height };
  };

  const inner = SHEET.right - SHEET.left - STUB.width - PADDING * 2;
  const poster = sheet.poster === null ? null : { data: sheet.poster, width: 92, height: 115 };
  const besides = poster ? inner - poster.width - 16 : inner;
  const half = (inner - 16) / 2;
  const small = { lines: 2, size: 11, smallest: 8 };

  const site = await set(sheet.site, 'display', { width: 160, lines: 1, size: 18, smallest: 10 });
  const position = await set(sheet.position, 'text', { width: 240, lines: 1, size: 10, smallest: 7 });
  const day = await set(sheet.date.day, 'display', {
    width: besides / 2,
    lines: 1,
    size: poster ? 78 : 104,
    smallest: 40,
  });
  // Beside the numeral there is room for the words of the date, unless a poster takes it; then they stand below.
  const dateLeft = poster ? 0 : day.width + 12;
  const dateRoom = { width: besides - dateLeft, lines: 2, size: 12, smallest: 8 };
  const month = await set(sheet.date.month, 'strong', { ...dateRoom, size: 13 });
  const time = await set(sheet.date.time, 'text', dateRoom);
  const doors = sheet.date.doors ? await set(sheet.date.doors, 'text', dateRoom) : null;
  const title = await set(sheet.event, 'display', { width: inner, lines: 5, size: 27, smallest: 19 });
  const name = await setFact(sheet.name, { width: inner, lines: 4, size: 15, smallest: 9 });
  const type = await setFact(sheet.type, { ...small, width: half, lines: 6 });
  const place = await setFact(
    sheet.place,
    { ...small, width: half, lines: 3 },
    { ...small, width: half, lines: 4, size: 9.5, smallest: 7 },
  );
  const stampRoom = { width: inner - 24, lines: 1, size: 17, smallest: 9 };
  const stamp = sheet.testStamp ? await set(sheet.testStamp, 'display', stampRoom) : null;
  const stubRoom = { width: STUB.qr, lines: 1, size: 15, smallest: 9 };
  const code = await set(sheet.readableCode, 'strong', stubRoom);
  const stubStamp = sheet.testStamp
    ? await set(sheet.testStamp, 'strong', { ...stubRoom, size: 9, smallest: 6 })
    : null;
  const factWidth = SHEET.right - SHEET.left - 120;
  const setFacts = (scale: number) => {
    const room = { width: factWidth, lines: 5, size: 10.5 * scale, smallest: 7 * scale };
    return Promise.all(sheet.facts.map((fact) => setFact(fact, room, { ...room, lines: 2 }, 'text')));
  };

  // Capitals of the numeral are 0.69 of its size, and it stands on the same line as the last line beside it.
  const numeral = day.size * 0.69;
  const dateLines = [month, time, ...(doors ? [doors] : [])];
  const dateHeight = dateLines.reduce((sum, line) => sum + line.height, 0);
  const stampHeight = stamp ? stamp.height + 30 : 0;
  const headHeight = poster
    ? Math.max(poster.height, numeral + 6 + dateHeight)
    : Math.max(numeral, dateHeight);
  const factsHeight = name.height + 12 + Math.max(type.height, place.height);
  const wanted = PADDING * 2 + stampHeight + headHeight + 16 + title.height + 16 + 12 + factsHeight;
  const height = Math.max(LEAST_HEIGHT, wanted);
  // Tall scripts take what is left, smaller.
  const left = SHEET.lowest - (SHEET.ticket + height + FACTS_GAP);
  let facts = await setFacts(1);
  for (let scale = 0.9; heightOfFacts(facts) > left && scale > 0.3; scale *= 0.9)
    facts = await setFacts(scale);
  const qrModules = ticketQrModules(sheet.code);
  const tint = tintColours(sheet.hue);

  return (document, section) => {
    const ink = inkFor(document, section);
    const { left, right, ticket: top } = SHEET;
    const tear = right - STUB.width;
    const bottom = top + height;

    ink.artifact(() => {
      drawLogo(document, left, SHEET.head);
      drawTicket(document, { left, right, top, bottom, tear }, tint);
    });
    ink.block('P', site, left + 20, SHEET.head + 11 - site.height / 2, paperColours.ink);
    ink.block(
      'P',
      position,
      right - position.width,
      SHEET.head + 11 - position.height / 2,
      paperColours.inkSoft,
    );

    const x = left + PADDING;
    let y = top + PADDING;
    if (stamp) {
      const box = { x, y, width: stamp.width + 20, height: stamp.height + 10 };
      document.save().rotate(-2, { origin: [box.x, box.y + box.height] });
      ink.artifact(() => {
        document.lineWidth(1.6).roundedRect(box.x, box.y, box.width, box.height, 3).stroke(paperColours.bad);
      });
      ink.block('P', stamp, box.x + 10, box.y + 5, paperColours.bad);
      document.restore();
      y += stampHeight;
    }
    if (poster) {
      ink.artifact(() => document.image(Buffer.from(poster.data), x, y, poster));
    }
    const dateX = x + (poster ? poster.width + 16 : 0);
    const stand = y + headHeight;
    // Beside a poster the words of the date stand below the numeral, and both at the poster's foot.
    const dayStand = poster ? stand - dateHeight - 6 : stand;
    ink.block('P', day, dateX, dayStand - day.baseline, tint.ink);
    let line = stand - dateHeight + 3;
    for (const entry of dateLines) {
      ink.block('P', entry, dateX + dateLeft, line, tint.ink);
      line += entry.height;
    }
    y = stand + 16;
    ink.block('H1', title, x, y, tint.ink);

    // The facts stand at the foot, whatever the title leaves free above them.
    y = bottom - PADDING - factsHeight - 12;
    ink.artifact(() => {
      document
        .lineWidth(0.75)
        .moveTo(x, y)
        .lineTo(tear - PADDING, y)
        .stroke(tint.line);
    });
    y += 12;
    drawFact(ink, name, x, y, [tint.inkSoft, tint.ink]);
    y += name.height + 12;
    drawFact(ink, type, x, y, [tint.inkSoft, tint.ink]);
    drawFact(ink, place, x + half + 16, y, [tint.inkSoft, tint.ink]);

    const middle = tear + STUB.width / 2;
    const stubHeight = STUB.qr + 12 + code.height + (stubStamp ? stubStamp.height + 2 : 0);
    const qrTop = top + (height - stubHeight) / 2;
    ink.figure(sheet.qrLabel, () => drawQr(document, qrModules, middle - STUB.qr / 2, qrTop, STUB.qr));
    const codeTop = qrTop + STUB.qr + 12;
    ink.block('P', code, middle - code.width / 2, codeTop, [0, 0, 0]);
    if (stubStamp) {
      ink.block('P', stubStamp, middle - stubStamp.width / 2, codeTop + code.height + 2, paperColours.bad);
    }
    drawFacts(document, ink, facts, bottom + FACTS_GAP);
  };
}

function drawFact(
  ink: Ink,
  fact: Laid,
  x: number,
  y: number,
  [soft, strong]: [Parameters<Ink['block']>[4], Parameters<Ink['block']>[4]],
): void {
  ink.block('P', fact.label, x, y, soft);
  let line = y + fact.label.height + LABEL_GAP;
  for (const block of fact.lines) {
    ink.block('P', block, x, line, strong);
    line += block.height;
  }
}

/** What stands under the ticket, a row each, between hairlines. */
function drawFacts(document: PDFKit.PDFDocument, ink: Ink, facts: readonly Laid[], top: number): void {
  let y = top;
  for (const fact of facts) {
    const row = y;
    ink.artifact(() => {
      document.lineWidth(0.75).moveTo(SHEET.left, row).lineTo(SHEET.right, row).stroke(paperColours.hairline);
    });
    y += FACT_PADDING;
    ink.block('P', fact.label, SHEET.left, y + 1, paperColours.inkSoft);
    for (const line of fact.lines) {
      ink.block('P', line, SHEET.left + 120, y, paperColours.ink);
      y += line.height;
    }
    y += FACT_PADDING;
  }
}

const heightOfFacts = (facts: readonly Laid[]) =>
  facts.reduce(
    (sum, { lines }) => sum + 2 * FACT_PADDING + lines.reduce((height, line) => height + line.height, 0),
    0,
  );

function drawLogo(document: PDFKit.PDFDocument, x: number, y: number): void {
  document.save().translate(x, y).scale(0.6);
  document.path('M2 28V12a10 10 0 0 1 20 0v16z').fill(paperColours.ink);
  document.path('M12 28V9.5A6 6 0 0 1 18 15.5V28z').fill(paperColours.accent);
  document.restore();
}

type Outline = { left: number; right: number; top: number; bottom: number; tear: number };

/** The shape of a ticket: tint at the left, white at the right, and between them a line to tear along. */
function drawTicket(
  document: PDFKit.PDFDocument,
  { left, right, top, bottom, tear }: Outline,
  tint: ReturnType<typeof tintColours>,
): void {
  const arc = `A${NOTCH} ${NOTCH} 0 0 0`;
  document
    .path(
      `M${left} ${top} H${tear - NOTCH} ${arc} ${tear} ${top + NOTCH} V${bottom - NOTCH} ${arc} ${tear - NOTCH} ${bottom} H${left} Z`,
    )
    .fill(tint.field);
  document
    .lineWidth(0.75)
    .path(
      `M${tear} ${top + NOTCH} ${arc} ${tear + NOTCH} ${top} H${right} V${bottom} H${tear + NOTCH} ${arc} ${tear} ${bottom - NOTCH}`,
    )
    .stroke(paperColours.hairline);
  for (let y = top + NOTCH + 6; y < bottom - NOTCH - 3; y += 6) document.circle(tear, y, 1.1);
  document.fill(tint.inkSoft);
}

/** All modules as one shape: drawn one by one, fine lines of paper would show between them. */
function drawQr(
  document: PDFKit.PDFDocument,
  rows: readonly (readonly boolean[])[],
  left: number,
  top: number,
  side: number,
): void {
  const step = side / rows.length;
  for (const [y, row] of rows.entries()) {
    let from = 0;
    while (from < row.length) {
      if (!row[from]) {
        from += 1;
        continue;
      }
      let to = from;
      while (row[to]) to += 1;
      document.rect(left + from * step, top + y * step, (to - from) * step, step);
      from = to;
    }
  }
  document.fill([0, 0, 0]);
}
