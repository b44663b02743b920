import { useSearchParams } from 'react-router';

/** What may stand in an address: ids, codes, yes or no. What somebody typed to find a person never does. */
type Filter =
  | 'village'
  | 'seat'
  | 'kind'
  | 'kept'
  | 'state'
  | 'patient'
  | 'cycle'
  | 'all'
  | 'verdict'
  | 'role'
  | 'show'
  | 'tab'
  | 'day'
  | 'area'
  | 'month'
  | 'quarter'
  | 'question'
  | 'side';

/**
 * A filter that lives in the URL, so that a link leads to the same list. An empty value is no filter. `alone`: the others go when it changes,
 * where each of its values has filters of its own.
 */
export function useFilter(name: Filter, { alone = false } = {}): readonly [string | undefined, (value: string | undefined) => void] {
  const [search, setSearch] = useSearchParams();
  const value = search.get(name) ?? undefined;
  const set = (next: string | undefined) =>
    setSearch(
      before => {
        const after = new URLSearchParams(alone ? {} : before);
        if (next === undefined || next === '') after.delete(name);
        else after.set(name, next);
        return after;
      },
      { replace: true },
    );
  return [value, set];
}
