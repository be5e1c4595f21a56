/** The appearance variables of the Elements API that the form follows: https://docs.stripe.com/elements/appearance-api */
const PROPERTIES: Record<string, string> = {
  colorBackground: '--ground',
  colorText: '--text',
  colorTextSecondary: '--soft',
  colorTextPlaceholder: '--soft',
  colorPrimary: '--primary',
  colorDanger: '--danger',
  fontFamily: '--family',
  fontSizeBase: '--size',
  borderRadius: '--radius',
  spacingUnit: '--unit',
};

export interface Appearance {
  theme?: string;
  variables?: Record<string, string>;
  /** Of the rules, the weight of labels is followed. */
  rules?: Record<string, Record<string, string>>;
}

export function propertiesOf(appearance: Appearance | undefined): Record<string, string> {
  const properties: Record<string, string> = {};
  for (const [name, value] of Object.entries(appearance?.variables ?? {})) {
    const property = PROPERTIES[name];
    if (property && value) properties[property] = value;
  }
  const weight = appearance?.rules?.['.Label']?.fontWeight;
  if (weight) properties['--label-weight'] = weight;
  return properties;
}

/** `night` asks for a dark form; else the page's own scheme counts. */
export function colorSchemeOf(appearance: Appearance | undefined, place: Element): string {
  if (appearance?.theme === 'night') return 'dark';
  const scheme = getComputedStyle(place).colorScheme;
  return scheme === 'normal' ? 'light' : scheme;
}
