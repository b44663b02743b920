import type { AnswerOf, BodyOf, ParamsOf, QueryOf, Route, RouteTypes } from '@guanhu/shared/kernel/route';
import { QueryClient, useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call, Refused } from './api.ts';

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: Refused;
  }
}

/** Reads are asked again only when asking again can help. */
export const newQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (failures, error: unknown) => error instanceof Refused && error.retry && failures < 2,
      },
    },
  });

/** A read that is a POST says in its body what an address must not. */
type ReadParts<R extends Route> = { readonly params?: ParamsOf<R>; readonly query?: QueryOf<R>; readonly body?: BodyOf<R> };
type ReadOptions = {
  /** Milliseconds between two looks, where others change what is shown. */
  readonly every?: number | undefined;
  readonly enabled?: boolean | undefined;
};

/** Where the answer of a read is kept. */
export const keyOfRead = <R extends Route>(route: R, { params, query, body }: ReadParts<R> = {}) => [
  route.path,
  params ?? {},
  query ?? {},
  body ?? {},
];

/** One answer of the server, kept fresh. */
export function useRead<R extends Route>(
  route: R,
  parts: ReadParts<R> = {},
  { every, enabled = true }: ReadOptions = {},
): UseQueryResult<AnswerOf<R>> {
  return useQuery({
    queryKey: keyOfRead(route, parts),
    queryFn: ({ signal }) => call(route, { ...parts, signal }),
    enabled,
    ...(every === undefined ? {} : { refetchInterval: every }),
  });
}

type PagedRoute = Route<RouteTypes & { readonly answer: { readonly rows: readonly unknown[]; readonly next: string | null } }>;
export type RowOf<R extends PagedRoute> = AnswerOf<R>['rows'][number];

/** A list as the pages that were opened so far. */
export type Pages<Row> = {
  readonly rows: readonly Row[] | undefined;
  readonly refusal: Refused | null;
  readonly more: boolean;
  readonly loadingMore: boolean;
  readonly loadMore: () => void;
  readonly again: () => void;
};

/** The key of the next page goes where the rest of the question is. */
const from = <R extends Route>(route: R, { query, body }: ReadParts<R>, after: string | null) =>
  after === null
    ? {}
    : route.method === 'GET'
      ? { query: { ...query, after } as QueryOf<R> }
      : { body: { ...(body as object), after } as BodyOf<R> };

/** A list by keyset pages: each page's `next` asks for the one after it. */
export function usePages<R extends PagedRoute>(
  route: R,
  parts: ReadParts<R> = {},
  { every, enabled = true }: ReadOptions = {},
): Pages<RowOf<R>> {
  const list = useInfiniteQuery({
    queryKey: [...keyOfRead(route, parts), 'pages'],
    queryFn: ({ pageParam, signal }) => call(route, { ...parts, ...from(route, parts, pageParam), signal }),
    initialPageParam: null as string | null,
    getNextPageParam: last => last.next,
    enabled,
    ...(every === undefined ? {} : { refetchInterval: every }),
  });
  return {
    rows: list.data?.pages.flatMap(page => [...page.rows]),
    refusal: list.error,
    more: list.hasNextPage,
    loadingMore: list.isFetchingNextPage,
    loadMore: () => void list.fetchNextPage(),
    again: () => void list.refetch(),
  };
}

/**
 * A list, or, while part of a name is typed, the search in it. What is typed travels in the body and never in an address: addresses are kept
 * by browsers and logged on the way.
 */
export function useSearchablePages<L extends PagedRoute, S extends Route<RouteTypes & { readonly answer: AnswerOf<L> }>>(
  list: L,
  search: S,
  typed: string,
  query: QueryOf<L>,
): Pages<RowOf<L>> {
  const q = typed.trim();
  const listed = usePages(list, { query }, { enabled: q === '' });
  const found = usePages(search, { body: { ...query, q } as BodyOf<S> }, { enabled: q !== '' });
  return q === '' ? listed : found;
}
