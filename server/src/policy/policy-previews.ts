import type { MovesByDate } from '@guanhu/shared/policy/policy-preview.terms';
import type { PolicyKind, PolicyOf } from '@guanhu/shared/policy/policy.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import type { Scope } from '../access/access.public.ts';
import type { Reader } from '../platform/database/database.ts';

/** The townships that a policy is for: one, or all but those with their own. */
export type Under = { readonly only: Id | null; readonly except: readonly Id[] };
/** A policy that is to begin: whom it is for, what holds there and what will. */
export type PolicyChange<K extends PolicyKind> = {
  readonly effectiveOn: CalendarDate;
  readonly under: Under;
  readonly before: PolicyOf[K];
  readonly after: PolicyOf[K];
};
export type MovedCount = { readonly patients: number; readonly moved: number; readonly dates: MovesByDate };
export type MovedRow = { readonly id: Id; readonly nameSealed: Buffer; readonly villageName: string; readonly dates: MovesByDate };
type MovedPage = { readonly scope: Scope; readonly after: Id | null; readonly limit: number };

/** What a room knows of whom a policy of its own moves. */
export type PolicyPreview<K extends PolicyKind> = {
  /** How many in these areas, counted by the database. */
  readonly count: (reader: Reader, change: PolicyChange<K>, areas: readonly Id[]) => Promise<MovedCount>;
  /** Those who are moved within a scope, in the order of their ids. */
  readonly list: (reader: Reader, change: PolicyChange<K>, page: MovedPage) => Promise<readonly MovedRow[]>;
};

type PatientMoved = Omit<MovedRow, 'dates'>;
/** What a room has of its own: the rule that says what its statements ask for, the two statements, and which dates they answer with. */
type MovedBy<K extends PolicyKind, Asked, Kinds> = {
  readonly asked: (change: PolicyChange<K>) => Asked;
  readonly count: (
    reader: Reader,
    asked: Asked,
    areas: readonly Id[],
  ) => Promise<Kinds & { readonly patients: number; readonly moved: number }>;
  readonly list: (reader: Reader, asked: Asked, page: MovedPage) => Promise<readonly (PatientMoved & Kinds)[]>;
  readonly dates: (asked: Asked, kinds: Kinds) => MovesByDate;
};

/** The preview that follows from them. */
export const previewOf = <K extends PolicyKind, Asked, Kinds>({
  asked,
  count,
  list,
  dates,
}: MovedBy<K, Asked, Kinds>): PolicyPreview<K> => ({
  count: async (reader, change, areas) => {
    const ask = asked(change);
    const counted = await count(reader, ask, areas);
    return { patients: counted.patients, moved: counted.moved, dates: dates(ask, counted) };
  },
  list: async (reader, change, page) => {
    const ask = asked(change);
    const rows = await list(reader, ask, page);
    return rows.map(row => ({ id: row.id, nameSealed: row.nameSealed, villageName: row.villageName, dates: dates(ask, row) }));
  },
});

/** Rooms say at start whom their policies move; this room stands below them. */
@Injectable()
export class PolicyPreviews {
  readonly #previews = new Map<PolicyKind, unknown>();

  on<K extends PolicyKind>(kind: K, preview: PolicyPreview<K>): void {
    this.#previews.set(kind, preview);
  }

  of<K extends PolicyKind>(kind: K): PolicyPreview<K> {
    const preview = this.#previews.get(kind);
    if (preview === undefined) throw new Error(`no preview of ${kind}`);
    return preview as PolicyPreview<K>;
  }
}
