import type { Font } from 'fontkit';

declare global {
  // biome-ignore lint/style/noNamespace: the published types are one
  namespace PDFKit {
    // biome-ignore lint/style/noNamespace: and this is inside it
    namespace Mixins {
      interface PDFFont {
        /** pdfkit takes fonts that fontkit has opened; its published types do not say so yet. */
        registerFont(name: string, font: Font): this;
      }
    }
  }
}
