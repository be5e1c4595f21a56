import jsQR from 'jsqr';

/** Reads QR codes beside the page, so that a picture that takes long does not keep the page from answering. */
export type Frame = { pixels: ArrayBuffer; width: number; height: number };

addEventListener('message', ({ data }: MessageEvent<Frame>) => {
  // Our codes are dark on white wherever they are shown, so the picture need not be turned into its negative as well.
  const found = jsQR(new Uint8ClampedArray(data.pixels), data.width, data.height, {
    inversionAttempts: 'dontInvert',
  });
  postMessage(found?.data ?? null);
});
