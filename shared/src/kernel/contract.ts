import { z } from 'zod';
import type { Permission } from '../access/permissions.rules.ts';
import { isCalendarDate, type CalendarDate } from './calendar-date.ts';
import { isPartialDate, type PartialDate } from './partial-date.ts';
import type { RefusalCode } from './refusals.ts';
import type { Route } from './route.ts';
import { isPlain } from './typed-text.ts';

/** Who may knock: nobody signed in (`public`), WeChat itself (`platform`), or an actor with this permission somewhere. */
export type Door = 'public' | 'platform' | 'signed-in' | Permission;

/** What the server checks and what the document says of one endpoint. Schemas follow Standard Schema through zod. */
export type Contract = {
  readonly route: Route;
  readonly summary: string;
  readonly door: Door;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** A body of the version before (kernel/contract-version) as one of this version; without it the two are read alike. */
  readonly earlier?: (body: unknown) => unknown;
  readonly answer?: z.ZodType;
  readonly refusals: readonly RefusalCode[];
  /** A write that a phone may send again: it must carry an Idempotency-Key, and the answer is kept. */
  readonly once?: true;
  /** A POST that changes nothing: what is asked is too long for an address. */
  readonly reads?: true;
};

/** Ties a contract to its route so that the compiler notices when the two differ. */
export const contract = <const C extends Contract>(one: C): C => one;

export const IdText = z.uuid().meta({ id: 'Id', description: 'UUIDv7' });
/** Asked for and answered alike. */
export const Day = z.iso
  .date()
  .refine(isCalendarDate, { message: 'not a calendar date' })
  .meta({ id: 'CalendarDate', description: 'A day in Asia/Shanghai, YYYY-MM-DD' }) as unknown as z.ZodType<CalendarDate, CalendarDate>;
/** A day as far as it is known. */
export const PartialDay = z
  .string()
  .refine(isPartialDate, { message: 'not a year, month or day' })
  .meta({ id: 'PartialDate', description: 'YYYY, YYYY-MM or YYYY-MM-DD' }) as unknown as z.ZodType<PartialDate, PartialDate>;
export const Instant = z.iso.datetime({ offset: true }).meta({ id: 'Instant' });
export const FenAmount = z.int().min(0).max(10_000_000_000).meta({ id: 'Fen', description: 'Whole fen' });
/** What a version can count to: PostgreSQL's integer. */
const MOST = 2_147_483_647;
export const Version = z.int().min(1).max(MOST).meta({ id: 'Version', description: 'Optimistic version of the row that was read' });
/** Text that a person typed: trimmed, no control or bidirectional-override characters, at most `most` code units. */
export const Words = (most: number) => z.string().trim().min(1).max(most).refine(isPlain, { message: 'control characters' });
/** A minute of speech, recorded on a phone, in base64; as a phone records it, it is well below half of this. */
export const VoiceNote = z.base64().max(1_400_000);
/** One of the keys of a table of terms. */
export const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>) => z.enum(Object.keys(table) as [K, ...K[]]);
/** One page of a list: the rows and the key to ask for the next page with. */
export const PageOf = <T extends z.ZodType>(row: T) => z.object({ rows: z.array(row), next: z.string().nullable() });
/** A number that counts up from zero with every new version of something. */
export const Sequence = z.int().min(0).max(MOST);
/** Query of every paged list; the list says what `after` is made of. */
export const PageQuery = z.strictObject({
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
/** Query of a list whose pages end at an id. */
export const IdPageQuery = PageQuery.extend({ after: IdText.optional() });
/** What a paged list is asked with, besides its page, and what it answers. A list whose pages end at something else says so in `after`. */
export const listOf = <Row extends z.ZodType, F extends z.ZodRawShape>(row: Row, filters: F) => ({
  query: IdPageQuery.extend(filters),
  answer: PageOf(row),
});
/** What is typed to find a person: part of a name, its pinyin or the initials of it. It travels in a body: addresses are logged on the way. */
export const NamePart = Words(40).meta({ id: 'NamePart' });
