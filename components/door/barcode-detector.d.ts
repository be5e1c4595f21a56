/** https://wicg.github.io/shape-detection-api/#barcode-detection-api; not in TypeScript's own types, nor in every browser. */
interface BarcodeDetector {
  detect: (source: HTMLVideoElement) => Promise<{ rawValue: string }[]>;
}

declare var BarcodeDetector:
  | {
      new (options: { formats: string[] }): BarcodeDetector;
      getSupportedFormats: () => Promise<string[]>;
    }
  | undefined;
