import { setImmediate } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import { layTicket, type SetBefore, type TicketSheet } from './pdf-ticket.ts';

/** Everything a file of tickets says, written out in its language. Nothing is looked up. */
export type TicketPdf = {
  /** BCP 47, of the words. */
  language: string;
  title: string;
  author: string;
  /** When the file was made. Handed in, so that the same tickets give the same bytes. */
  stamp: Date;
  sheets: readonly TicketSheet[];
};

/**
 * Draws tickets, each on a page of its own: A4, with everything inside what US Letter prints as well. Text can be
 * selected and read aloud, and a name is drawn whatever script it is written in.
 */
export async function ticketPdf({ language, title, author, stamp, sheets }: TicketPdf): Promise<Buffer> {
  const setBefore: SetBefore = new Map();
  const drawn = [];
  for (const sheet of sheets) {
    drawn.push(await layTicket(sheet, setBefore));
    // Others are served between two tickets.
    await setImmediate();
  }
  const document = new PDFDocument({
    autoFirstPage: false,
    size: 'A4',
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    lang: language,
    displayTitle: true,
    // Else the library reads a Helvetica that no page uses.
    font: '',
    info: { Title: title, Author: author, Creator: 'Foyer', CreationDate: stamp, ModDate: stamp },
  });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<void>((resolve, reject) => {
    document.on('end', resolve);
    document.on('error', reject);
  });
  const root = document.struct('Document');
  document.addStructure(root);
  for (const draw of drawn) {
    document.addPage();
    const section = document.struct('Sect');
    root.add(section);
    draw(document, section);
    section.end();
    await setImmediate();
  }
  root.end();
  document.end();
  await done;
  return Buffer.concat(chunks);
}
