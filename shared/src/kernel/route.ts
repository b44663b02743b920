/** Types of one endpoint; they exist for the compiler only. */
export type RouteTypes = { readonly params: object; readonly query: object; readonly body: unknown; readonly answer: unknown };

/** One endpoint as every end knows it: no schema, so that a phone can import it for a few bytes. */
export type Route<T extends RouteTypes = RouteTypes> = {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Below /api; parameters as ':name'. */
  readonly path: string;
  /** Never set: carries the types. */
  readonly types?: T;
};

/** What an endpoint declares, the rest filled in: no parameters, no query, no body, no answer. */
export type Filled<T> = {
  readonly params: T extends { readonly params: infer P extends object } ? P : object;
  readonly query: T extends { readonly query: infer Q extends object } ? Q : object;
  readonly body: T extends { readonly body: infer B } ? B : undefined;
  readonly answer: T extends { readonly answer: infer A } ? A : undefined;
};

/** Declares an endpoint: `route<{ params: …, body: …, answer: … }>()('POST', '/visits/:visitId/record')`. */
export const route =
  <T extends Partial<RouteTypes>>() =>
  (method: Route['method'], path: string): Route<Filled<T>> => ({ method, path });

export type ParamsOf<R extends Route> = NonNullable<R['types']>['params'];
export type QueryOf<R extends Route> = NonNullable<R['types']>['query'];
export type BodyOf<R extends Route> = NonNullable<R['types']>['body'];
export type AnswerOf<R extends Route> = NonNullable<R['types']>['answer'];

/** `/visits/:visitId` with its parameters filled in and the query appended. @throws TypeError when a parameter is missing. */
export function urlOf(
  one: Route,
  params: Readonly<Record<string, string>> = {},
  query: Readonly<Record<string, string | undefined>> = {},
): string {
  const path = one.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new TypeError(`missing parameter ${name}`);
    return encodeURIComponent(value);
  });
  const pairs = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`]));
  return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`;
}

/** The body of every refused request. */
export type RefusalBody = { readonly code: string; readonly say: string; readonly retry: boolean; readonly fields?: readonly string[] };
