import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';

const ROOT = join(import.meta.dirname, '..');

/** A part of the house that shows words, with its catalogues in `words`. */
interface Part {
  readonly src: string;
  /** Folders and files whose words are still in their source, each with what is to become of it. This list only grows shorter. */
  readonly notYet: readonly string[];
  /** What stays Chinese in the source, and why. */
  readonly staysChinese: Readonly<Record<string, string>>;
}
const PARTS: readonly Part[] = [
  {
    src: 'miniapp/src',
    notYet: [],
    staysChinese: {
      'app.config.ts': 'the platform reads it when the app is built',
      'packages/gallery': 'for whoever draws pages; no phone has it',
    },
  },
];

const HAN = /\p{Script=Han}/u;

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourcesIn(path);
    return /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

const parsed = (path: string, text = readFileSync(path, 'utf8')): ts.SourceFile =>
  ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);

/** Every piece of text in the code under `node`; comments are none. */
function textsUnder(node: ts.Node): readonly string[] {
  const own =
    ts.isStringLiteralLike(node) ||
    ts.isJsxText(node) ||
    ts.isTemplateHead(node) ||
    ts.isTemplateMiddle(node) ||
    ts.isTemplateTail(node) ||
    ts.isIdentifier(node)
      ? [node.text]
      : [];
  const below: string[] = [];
  ts.forEachChild(node, child => void below.push(...textsUnder(child)));
  return [...own, ...below];
}

/** A word or a sentence of a catalogue: its texts, and the values that it is said with. */
interface Said {
  readonly texts: readonly string[];
  readonly asks: readonly string[];
  /** Values that are asked for and never said. */
  readonly unsaid: readonly string[];
}

function saidBy(node: ts.Expression): Said {
  if (!ts.isArrowFunction(node)) return { texts: textsUnder(node), asks: [], unsaid: [] };
  const asks = node.parameters.map(parameter => parameter.name.getText());
  const named = new Set<string>();
  const visit = (inner: ts.Node) => {
    if (ts.isIdentifier(inner)) named.add(inner.text);
    ts.forEachChild(inner, visit);
  };
  visit(node.body);
  return { texts: textsUnder(node.body), asks, unsaid: asks.filter(name => !named.has(name)) };
}

/** What a catalogue says, by key. */
type Catalogue = ReadonlyMap<string, Said>;

const catalogueOf = (literal: ts.ObjectLiteralExpression): Catalogue =>
  new Map(
    literal.properties.flatMap(property =>
      ts.isPropertyAssignment(property) && !ts.isComputedPropertyName(property.name)
        ? [[property.name.text, saidBy(property.initializer)] as const]
        : [],
    ),
  );

/** The catalogues of a file, by their names. */
function cataloguesIn(source: ts.SourceFile): ReadonlyMap<string, Catalogue> {
  const found = new Map<string, Catalogue>();
  for (const statement of source.statements)
    if (ts.isVariableStatement(statement))
      for (const { name, initializer } of statement.declarationList.declarations)
        if (initializer && ts.isObjectLiteralExpression(initializer)) found.set(name.getText(), catalogueOf(initializer));
  return found;
}

/** The only catalogue of a file. */
const catalogueIn = (source: ts.SourceFile): Catalogue => [...cataloguesIn(source).values()][0] ?? new Map<string, Said>();

const isEmpty = ({ texts }: Said): boolean => texts.every(text => text.trim() === '');

/** What is wrong between the Chinese of an area and another language, in words. */
function faults(zhCN: Catalogue, other: Catalogue): readonly string[] {
  return [...new Set([...zhCN.keys(), ...other.keys()])].flatMap(key => {
    const [own, theirs] = [zhCN.get(key), other.get(key)];
    if (!own || !theirs) return [`${key} is only in one language`];
    return [
      ...(isEmpty(own) || isEmpty(theirs) ? [`${key} is empty`] : []),
      ...(own.asks.join() === theirs.asks.join() ? [] : [`${key} asks for ${own.asks.join()} and for ${theirs.asks.join()}`]),
      ...[...own.unsaid, ...theirs.unsaid].map(name => `${key} leaves ${name} out`),
      ...(theirs.texts.some(text => HAN.test(text)) ? [`${key} is Chinese in another language`] : []),
    ];
  });
}

describe.each(PARTS)('the words of $src', ({ src, notYet, staysChinese }) => {
  const folder = join(ROOT, src);
  const words = join(folder, 'words');
  const areas = readdirSync(join(words, 'zh-CN')).sort();
  const left = [...notYet, ...Object.keys(staysChinese)];
  const sources = sourcesIn(folder).filter(path => !path.startsWith(`${words}/`));

  it('stand in no other source', () => {
    const converted = sources
      .filter(path => !path.endsWith('.config.ts'))
      .filter(path => !left.some(each => `${relative(folder, path)}/`.startsWith(`${each}/`)));
    expect(converted.filter(path => textsUnder(parsed(path)).some(text => HAN.test(text))).map(path => relative(folder, path))).toEqual([]);
  });

  it.each(areas)('of %s are whole in English, and nowhere empty', area => {
    const of = (language: string) => catalogueIn(parsed(join(words, language, area)));
    expect(of('zh-CN').size).toBeGreaterThan(0);
    expect(faults(of('zh-CN'), of('en'))).toEqual([]);
  });

  it('are all said somewhere', () => {
    const code = sources.map(path => readFileSync(path, 'utf8')).join('\n');
    const used = new Set([...code.matchAll(/\b(\w+)Words\s*\.(\w+)/g)].map(([, area = '', key = '']) => `${area}.${key}`));
    const named = (area: string) => area.replace(/\.ts$/, '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    const all = areas.flatMap(area => [...catalogueIn(parsed(join(words, 'zh-CN', area))).keys()].map(key => `${named(area)}.${key}`));
    expect(all.filter(key => !used.has(key))).toEqual([]);
  });

  it('are missing from what is said to miss them', () => {
    expect(notYet.filter(each => !existsSync(join(folder, each)))).toEqual([]);
  });
});

/** Calls of `inLanguage` under `node`: the Chinese that they are given, and the name of the English. */
function openedUnder(node: ts.Node): readonly { readonly zhCN: ts.Expression; readonly en: string }[] {
  const own: { zhCN: ts.Expression; en: string }[] = [];
  if (ts.isCallExpression(node) && node.expression.getText() === 'inLanguage') {
    const [zhCN, others] = node.arguments;
    const en = /en: en\.(\w+)/.exec(others?.getText() ?? '')?.[1];
    if (zhCN && en !== undefined) own.push({ zhCN, en });
  }
  const below: { readonly zhCN: ts.Expression; readonly en: string }[] = [];
  ts.forEachChild(node, child => void below.push(...openedUnder(child)));
  return [...own, ...below];
}

/** The texts under `node` but for those of catalogues that are opened on the spot. */
function looseTextsUnder(node: ts.Node): readonly string[] {
  if (ts.isCallExpression(node) && node.expression.getText() === 'inLanguage') return [];
  const children: ts.Node[] = [];
  ts.forEachChild(node, child => void children.push(child));
  return children.length === 0 ? textsUnder(node) : children.flatMap(looseTextsUnder);
}

/** What an import brings along: nothing when it is only about types. */
function importsOf(path: string): readonly string[] {
  return parsed(path).statements.flatMap(statement => {
    if (ts.isExportDeclaration(statement) && statement.moduleSpecifier && !statement.isTypeOnly)
      return textsUnder(statement.moduleSpecifier);
    if (!ts.isImportDeclaration(statement)) return [];
    const clause = statement.importClause;
    const named = clause?.namedBindings;
    const isTypes =
      clause !== undefined &&
      (clause.phaseModifier === ts.SyntaxKind.TypeKeyword ||
        (!clause.name && named !== undefined && ts.isNamedImports(named) && named.elements.every(each => each.isTypeOnly)));
    return isTypes ? [] : textsUnder(statement.moduleSpecifier);
  });
}

/** The files of `shared` that a part brings along, directly or through one another. */
function reachedFrom(src: string): readonly string[] {
  const shared = join(ROOT, 'shared/src');
  const found = new Set<string>();
  const waiting = sourcesIn(src)
    .flatMap(importsOf)
    .filter(name => name.startsWith('@guanhu/shared/'))
    .map(name => join(shared, `${name.slice('@guanhu/shared/'.length)}.ts`));
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path)) continue;
    found.add(path);
    const from = dirname(path);
    waiting.push(
      ...importsOf(path)
        .filter(name => name.startsWith('.'))
        .map(name => join(from, name)),
    );
  }
  return [...found].filter(path => !path.startsWith(join(shared, 'words')));
}

/** What the phone brings along and stays Chinese, and why. */
const SHARED_STAYS_CHINESE: Readonly<Record<string, string>> = {
  'kernel/language.ts': 'a language has its own name',
  'duties/duty-rows.ts': 'duties are worded as the documents that ask for them',
  'medication/injection-places.ts': 'what is kept in a file is Chinese',
  'registry/risk-rating.rules.ts': 'what people wrote for a rating is read, not shown',
};

describe('the words of what both ends share', () => {
  const folder = join(ROOT, 'shared/src');
  const english = new Map(
    readdirSync(join(folder, 'words/en')).map(file => [file.replace('.ts', ''), cataloguesIn(parsed(join(folder, 'words/en', file)))]),
  );
  const rooms = [...english.keys()];

  it('have an English beside all the Chinese that the phone shows', () => {
    const left = reachedFrom(join(ROOT, 'miniapp/src')).filter(path => looseTextsUnder(parsed(path)).some(text => HAN.test(text)));
    expect(left.map(path => relative(folder, path)).sort()).toEqual(Object.keys(SHARED_STAYS_CHINESE).sort());
  });

  it.each(rooms)('of %s are whole in English, and nowhere empty', room => {
    const opened = sourcesIn(join(folder, room)).flatMap(path => openedUnder(parsed(path)));
    const names = english.get(room) ?? new Map<string, Catalogue>();
    expect([...names.keys()].filter(name => !opened.some(({ en }) => en === name))).toEqual([]);
    const found = opened.flatMap(({ zhCN, en }) =>
      (ts.isObjectLiteralExpression(zhCN) ? faults(catalogueOf(zhCN), names.get(en) ?? new Map<string, Said>()) : []).map(
        each => `${en}: ${each}`,
      ),
    );
    expect(found).toEqual([]);
  });
});

/** What WeChat's bar has room for beside the way back and its capsule, in the largest type: measured in a browser by `npm run screens`. */
const MOST_OF_A_TITLE = { chinese: 6, english: 14 };

it('names every page of the phone in English too, and in few enough words for the bar', () => {
  const src = join(ROOT, 'miniapp/src');
  const pages = sourcesIn(join(src, 'packages'))
    .filter(path => path.endsWith('index.config.ts') && !path.includes('/gallery/'))
    .map(path => relative(src, path).replace('.config.ts', ''));
  const english = catalogueIn(parsed(join(src, 'words/en/titles.ts')));
  expect([...english.keys()].sort()).toEqual(pages.sort());
  const chinese = pages.map(
    page => /navigationBarTitleText: '([^']+)'/.exec(readFileSync(join(src, `${page}.config.ts`), 'utf8'))?.[1] ?? '',
  );
  expect(chinese.filter(title => title === '' || title.length > MOST_OF_A_TITLE.chinese)).toEqual([]);
  const said = [...english.values()].flatMap(({ texts }) => texts);
  expect(said.filter(title => title.length > MOST_OF_A_TITLE.english)).toEqual([]);
});

describe('what it would say', () => {
  const catalogue = (body: string) => catalogueIn(parsed('catalogue.ts', `export const area = { ${body} };`));

  it.each([
    ['nothing', "a: '一', b: (n: number) => `${n} 件`", "a: 'one', b: (n: number) => `${counted(n, 'thing')}`", []],
    ['a key that is missing', "a: '一', b: '二'", "a: 'one'", ['b is only in one language']],
    ['a key that is gone', "a: '一'", "a: 'one', b: 'two'", ['b is only in one language']],
    ['an empty text', "a: '一'", "a: ''", ['a is empty']],
    ['a value that is left out', 'a: (n: number) => `${n} 件`', "a: (n: number) => 'some'", ['a leaves n out']],
    ['another value', 'a: (n: number) => `${n} 件`', 'a: (m: number) => `${m}`', ['a asks for n and for m']],
    ['Chinese left over', "a: '一'", "a: '一'", ['a is Chinese in another language']],
  ])('of %s', (_, zhCN, other, said) => {
    expect(faults(catalogue(zhCN), catalogue(other))).toEqual(said);
  });

  it('reads strings, templates and what stands between tags, and no comment', () => {
    const texts = textsUnder(parsed('page.tsx', "/** 注 */ const a = <A b='一'>二{`三${c}四`}</A>; // 注"));
    expect(texts.filter(text => HAN.test(text))).toEqual(['一', '二', '三', '四']);
  });
});
