import type { Frame } from './read-codes.worker.ts';

/** Reads the QR code in what a camera sees now; null when there is none. */
export type CodeReader = {
  read: (video: HTMLVideoElement) => Promise<string | null>;
  close: () => void;
};

/** The browser's own reader where it has one, else ours in a worker. */
export async function openCodeReader(): Promise<CodeReader> {
  const Detector = globalThis.BarcodeDetector;
  const formats = await Detector?.getSupportedFormats().catch((): string[] => []);
  if (Detector && formats?.includes('qr_code')) {
    const detector = new Detector({ formats: ['qr_code'] });
    return {
      read: async (video) => (await detector.detect(video))[0]?.rawValue ?? null,
      close: () => undefined,
    };
  }
  return openWorkerReader();
}

/** Enough for a code of 49 modules held at arm's length, and quick on an old phone. */
const LONGEST_SIDE = 640;

function openWorkerReader(): CodeReader {
  const worker = new Worker(new URL('./read-codes.worker.ts', import.meta.url), { type: 'module' });
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return {
    read: (video) =>
      new Promise((resolve, reject) => {
        // The middle square is what the page frames.
        const square = Math.min(video.videoWidth, video.videoHeight);
        if (!context || square === 0) {
          resolve(null);
          return;
        }
        const side = Math.min(square, LONGEST_SIDE);
        canvas.width = side;
        canvas.height = side;
        const [left, top] = [(video.videoWidth - square) / 2, (video.videoHeight - square) / 2];
        context.drawImage(video, left, top, square, square, 0, 0, side, side);
        const { buffer } = context.getImageData(0, 0, side, side).data;
        worker.onmessage = ({ data }: MessageEvent<string | null>) => resolve(data);
        worker.onerror = () => reject(new Error('the reader of codes has broken down'));
        worker.postMessage({ pixels: buffer, width: side, height: side } satisfies Frame, [buffer]);
      }),
    close: () => worker.terminate(),
  };
}
