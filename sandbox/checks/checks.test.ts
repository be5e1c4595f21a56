import { describe, expect, it } from 'vitest';
import { compareNames, namesInExample, namesInSchema } from './env-names.ts';
import { messageUses } from './message-uses.ts';
import { compareCatalogues, messageArguments } from './read-catalogues.ts';
import { namingFindings, textFindings } from './tree.ts';

describe('environment names', () => {
  const programs = ['DATABASE_OWNER_URL', 'DATABASE_READONLY_URL'];

  it('reads names from a schema and from an example, commented out ones too', () => {
    expect(
      namesInSchema('const schema = z.object({\n  NODE_ENV: z.string(),\n  PORT: count(1),\n});'),
    ).toEqual(['NODE_ENV', 'PORT']);
    expect(namesInExample('# Prose about PORT=1.\nPORT=3000\n# LOG_LEVEL=info\n')).toEqual([
      'PORT',
      'LOG_LEVEL',
    ]);
  });

  it.each([
    { schema: ['PORT'], example: ['PORT'], finding: null },
    { schema: ['NODE_ENV', 'PORT'], example: ['PORT'], finding: null },
    { schema: ['PORT', 'NEW'], example: ['PORT'], finding: '.env.example lacks NEW' },
    {
      schema: ['PORT'],
      example: ['PORT', 'OLD'],
      finding: '.env.example has OLD, which lib/env.ts does not read',
    },
    { schema: ['PORT'], example: ['PORT', 'PORT'], finding: '.env.example has PORT twice' },
  ])('$example for $schema: $finding', ({ schema, example, finding }) => {
    expect(compareNames(schema, [...example, ...programs])).toEqual(finding === null ? [] : [finding]);
  });

  it('does not pass when it finds no name at all', () => {
    expect(compareNames([], programs)).toHaveLength(1);
  });
});

describe('tree', () => {
  it.each([
    ['lib/booking/hold-tickets.ts', 0],
    ['lib/utils/hold-tickets.ts', 1],
    ['lib/booking/helpers.ts', 1],
    ['lib/booking/helpers.test.ts', 1],
    ['components/ui/commonplace.tsx', 0],
  ])('%s has %i nameless parts', (path, count) => {
    expect(namingFindings(path)).toHaveLength(count);
  });

  it.each([
    ['// TODO', 1],
    ['// TODO: later', 1],
    ['// TODO: the second currency waits for the ledger', 0],
    ["const currency = 'XXX';", 0],
    ["it.only('x', () => {});", 1],
    ["test.describe.skip('x', () => {});", 1],
    ["it('x', () => {});", 0],
    ['// oxlint-disable-next-line no-undef', 1],
    ['// oxlint-disable-next-line no-undef -- the browser has it', 0],
    ['// @ts-expect-error', 1],
    ['// @ts-expect-error the column is generated', 0],
    ['// @ts-ignore the column is generated', 1],
    ['const x = 1;\n'.repeat(350), 0],
    ['const x = 1;\n'.repeat(351), 1],
  ])('%j has %i findings', (source, count) => {
    expect(textFindings('lib/booking/hold-tickets.ts', source)).toHaveLength(count);
  });

  it('lets data be long', () => {
    expect(textFindings('sandbox/seed/venues.ts', 'const x = 1;\n'.repeat(900))).toEqual([]);
  });
});

describe('messages', () => {
  it('names what a text wants filled in', () => {
    expect(
      messageArguments("{count, plural, one {# of {most}} other {# of {most}}} isn't <b>{name}</b>"),
    ).toEqual(['b as tag', 'count as plural', 'most as value', 'name as value']);
    expect(() => messageArguments('{open')).toThrow(SyntaxError);
  });

  it('compares languages', () => {
    const en = new Map([['event.a', 'Hello {name}']]);
    expect(
      compareCatalogues(
        new Map([
          ['en', en],
          ['de', new Map([['event.a', 'Hallo {name}']])],
        ]),
      ),
    ).toEqual([]);
    expect(
      compareCatalogues(
        new Map([
          ['en', en],
          ['de', new Map<string, string>()],
        ]),
      ),
    ).toEqual(['event.a is missing in de']);
  });

  it.each([
    ["const t = useTranslations('event'); t('a.b');", ['event.a.b']],
    ["const t = await getTranslations({ locale, namespace: 'event' }); t.rich('a', {});", ['event.a']],
    ["const t = useTranslations(); t('event.a');", ['event.a']],
    ["(await getTranslations('event'))('a');", ['event.a']],
    [
      "const t = useTranslations('event'); { const t = useTranslations('site'); t('a'); } t('b');",
      ['event.b', 'site.a'],
    ],
    ["const t = useTranslations('event'); const f = (t: Other) => t('a');", []],
    ["const t = other('event'); t('a');", []],
    ["const t = useTranslations('event'); const p = <p title={t(x ? 'a' : 'b')} />;", ['event.a', 'event.b']],
  ])('%s uses %j', async (source, keys) => {
    const uses = await messageUses(source);
    expect([...uses.keys].sort()).toEqual(keys);
    expect(uses.dynamic).toEqual([]);
  });

  it('tells of keys that are only known at run time', async () => {
    const { dynamic, declared, groups } = await messageUses(
      `const t = useTranslations('errors'); const s = useTranslations('site');
       // messages: errors.*, event.a
       t(code); s(\`a.\${b}\`); s(\`c\${b}\`);`,
    );
    expect(dynamic).toEqual(['errors', 'site']);
    expect([...declared]).toEqual(['errors.*', 'event.a']);
    expect([...groups]).toEqual(['site.a.*']);
  });
});
