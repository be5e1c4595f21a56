import { writeFileSync } from 'node:fs';
import { ticketQrModules } from '#lib/tickets/ticket-qr.ts';

const WIDTH = 640;
const HEIGHT = 480;
/** Of the code with its quiet zone: what a phone held at arm's length takes of a picture. */
const CODE = 320;
const QUIET = 4;
/** Luma of a white screen, of ink on it, and of the room around. */
const [LIGHT, DARK, ROOM] = [225, 25, 70];

/**
 * Writes what a camera sees when somebody holds a code up to it, as uncompressed video (YUV4MPEG2) that Chromium plays in
 * a loop with --use-file-for-fake-video-capture.
 */
export function filmCode(file: string, code: string): void {
  const rows = ticketQrModules(code);
  const modules = rows.length + 2 * QUIET;
  const luma = Buffer.alloc(WIDTH * HEIGHT, ROOM);
  const [left, top] = [(WIDTH - CODE) / 2, (HEIGHT - CODE) / 2];
  for (let y = 0; y < CODE; y += 1) {
    for (let x = 0; x < CODE; x += 1) {
      const [column, row] = [x, y].map((at) => Math.floor((at * modules) / CODE) - QUIET);
      const dark = rows[row ?? -1]?.[column ?? -1] === true;
      luma[(top + y) * WIDTH + left + x] = dark ? DARK : LIGHT;
    }
  }
  // Without colour, both differences are in the middle.
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, Buffer.alloc((WIDTH * HEIGHT) / 2, 128)]);
  const header = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`);
  writeFileSync(file, Buffer.concat([header, frame, frame]));
}

/** How Chromium is started to have that camera, and to let pages use it without asking anybody. */
export const fakeCamera = (file: string): string[] => [
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  `--use-file-for-fake-video-capture=${file}`,
];
