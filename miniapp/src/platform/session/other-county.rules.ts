import type { Session } from './index.ts';

type Me = Pick<Session['me'], 'countyId' | 'countyName' | 'otherCounties'>;
type County = { readonly countyId: number; readonly name: string };

/** Why a page cannot be shown here: it is about another county than the one that the reader is signed in to. */
export type OtherCounty = {
  /** Where the reader is signed in. */
  readonly own: string;
  /** Which county it is; undefined when the reader is nobody there any more. */
  readonly other: County | undefined;
};

/** What a page's address says of its county (`c`), beside whoever is signed in; undefined when they agree or it says nothing. */
export function otherCounty(asked: string | undefined, me: Me): OtherCounty | undefined {
  if (asked === undefined || asked === String(me.countyId)) return undefined;
  return { own: me.countyName, other: me.otherCounties?.find(each => String(each.countyId) === asked) };
}
