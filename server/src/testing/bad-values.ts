import type { Contract } from '@guanhu/shared/kernel/contract';

/** Stands in every bad text: it must come back in no answer and in no log. */
export const MARK = '机密zq7';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Request = { readonly params?: object; readonly query?: object; readonly body?: unknown };
/** One value of a request made wrong: where, and what it is instead. */
export type Spoiled = { readonly at: string; readonly with: string; readonly request: Request };

const TEXTS: Readonly<Record<string, string>> = {
  'a zero byte': `${MARK}\u0000`,
  'a bidi override': `\u202e${MARK}`,
  'half a character': `${MARK}\ud83d`,
  'a very long text': MARK.repeat(20_000),
};
const DAYS: Readonly<Record<string, string>> = {
  'no such day': '2026-02-30',
  'no such month': '2026-13-01',
  'year zero': '0000-01-01',
  'a day beyond': '+012026-01-01',
};
const NUMBERS: Readonly<Record<string, number>> = {
  negative: -1,
  // No whole number, and finer than any dose.
  broken: 1.00001,
  beyond: 2 ** 53,
  'far beyond': 1e300,
  'a huge amount': 10_000_000_001,
};
const OTHERS: Readonly<Record<string, Json>> = { 'an object': { [MARK]: MARK }, 'a list': [[MARK]] };
/** In a URL everything is text, and an empty one is another path. */
const IN_PATH: Readonly<Record<string, string>> = { 'no id': MARK, 'an id too long': '0'.repeat(150), 'a zero byte': `${MARK}\u0000` };
const IN_QUERY: Readonly<Record<string, string>> = {
  ...IN_PATH,
  ...DAYS,
  'a bidi override': `\u202e${MARK}`,
  negative: '-1',
  beyond: '9'.repeat(30),
};

/** The request with one value after the other made wrong, and once with a field that nobody knows. */
export function* spoil(contract: Contract, request: Request): Generator<Spoiled> {
  for (const name of Object.keys(request.params ?? {}))
    for (const [how, value] of Object.entries(IN_PATH))
      yield { at: `params.${name}`, with: how, request: { ...request, params: { ...request.params, [name]: value } } };
  for (const name of Object.keys((contract.query as { shape?: object } | undefined)?.shape ?? {}))
    for (const [how, value] of Object.entries(IN_QUERY))
      yield { at: `query.${name}`, with: how, request: { ...request, query: { ...request.query, [name]: value } } };
  if (contract.route.method === 'GET') return;
  yield {
    at: 'body',
    with: 'an unknown field',
    request: { ...request, body: { ...(request.body as object | undefined), surprise: MARK } },
  };
  for (const [path, value] of leaves((request.body ?? {}) as Json))
    for (const [how, wrong] of Object.entries(wrongFor(value)))
      yield {
        at: `body.${path.join('.')}`,
        with: how,
        request: { ...request, body: replaced(request.body as Json, path, wrong) },
      };
}

const wrongFor = (value: Json): Readonly<Record<string, Json>> => ({
  ...(typeof value === 'string' ? { ...TEXTS, 'a number': 7 } : {}),
  ...(typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value) ? DAYS : {}),
  ...(typeof value === 'number' ? { ...NUMBERS, 'a text': MARK } : {}),
  ...OTHERS,
});

function leaves(value: Json, path: readonly string[] = []): [readonly string[], Json][] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([name, inner]) => leaves(inner, [...path, name]));
}

function replaced(value: Json, [name, ...rest]: readonly string[], wrong: Json): Json {
  if (name === undefined) return wrong;
  if (Array.isArray(value)) return value.map((inner: Json, i) => (String(i) === name ? replaced(inner, rest, wrong) : inner));
  const object = value as Record<string, Json>;
  return { ...object, [name]: replaced(object[name] ?? null, rest, wrong) };
}
