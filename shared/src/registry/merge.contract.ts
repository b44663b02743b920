import { z } from 'zod';
import { contract, IdPageQuery, IdText, Instant, keysOf, PageOf, Version, Words } from '../kernel/contract.ts';
import { FieldKey } from './file.contract.ts';
import * as routes from './merge.routes.ts';
import { MERGE_STATES } from './merge.rules.ts';
import { State } from './registry.contract.ts';

const MergeParams = z.strictObject({ mergeId: IdText });
const MergesQuery = IdPageQuery.extend({ state: keysOf(MERGE_STATES).optional() });
const ProposeMergeBody = z.strictObject({
  mergeId: IdText,
  /** The file that goes on. */
  keptId: IdText,
  /** The file that becomes part of it. */
  mergedId: IdText,
  /** Fields of which the merged file's value is the right one. A field that is blank in the kept file need not be named. */
  take: z.array(FieldKey).max(100),
  reason: Words(200),
});
const DecideMergeBody = z.strictObject({
  version: Version,
  decision: z.enum(['approve', 'refuse']),
  /** Versions of both files as they were read: nobody agrees to what they have not seen. */
  keptVersion: Version,
  mergedVersion: Version,
  note: Words(200).optional(),
});
const UndoMergeBody = z.strictObject({ version: Version, reason: Words(200) });

const Hand = z.object({ personId: IdText, name: z.string(), at: Instant });
const MergeRow = z
  .object({
    mergeId: IdText,
    state: keysOf(MERGE_STATES),
    keptName: z.string(),
    mergedName: z.string(),
    villageName: z.string(),
    proposedAt: Instant,
    /** Proposed by the reader: another person decides. */
    mine: z.boolean(),
  })
  .meta({ id: 'MergeRow' });
const MergedFile = z.object({
  patientId: IdText,
  name: z.string(),
  villageName: z.string(),
  townshipName: z.string(),
  state: State,
  version: z.int(),
});
const MergeAnswer = z
  .object({
    mergeId: IdText,
    state: keysOf(MERGE_STATES),
    version: z.int(),
    kept: MergedFile,
    merged: MergedFile,
    /** Where the files differ, in words; `taken`: the merged file's value goes on. */
    differences: z.array(z.object({ field: FieldKey, kept: z.string().nullable(), merged: z.string().nullable(), taken: z.boolean() })),
    /** Rows of the merged file by what they are: those that would move, or have moved. */
    moves: z.array(z.object({ table: z.string(), label: z.string(), rows: z.int() })),
    reason: z.string(),
    note: z.string().nullable(),
    undoReason: z.string().nullable(),
    proposedBy: Hand,
    decidedBy: Hand.nullable(),
    undoneBy: Hand.nullable(),
    /** Whether the reader is another person than the proposer, and so may decide. */
    mayDecide: z.boolean(),
  })
  .meta({ id: 'MergeAnswer' });

export const proposeMergeContract = contract({
  route: routes.proposeMerge,
  summary: 'Propose that two files are of one person',
  door: 'patient:merge',
  body: ProposeMergeBody,
  answer: MergeAnswer,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'MERGE_NOT_FITTING', 'MERGE_PROPOSED_ALREADY', 'MERGE_TWO_AGREEMENTS', 'MERGE_MOVE_WAITING'],
  once: true,
});
export const listMergesContract = contract({
  route: routes.listMerges,
  summary: 'Merges of files that the reader answers for, newest first',
  door: 'patient:merge',
  query: MergesQuery,
  answer: PageOf(MergeRow),
  refusals: [],
});
export const readMergeContract = contract({
  route: routes.readMerge,
  summary: 'One merge: both files side by side, and what moves',
  door: 'patient:merge',
  params: MergeParams,
  answer: MergeAnswer,
  refusals: [],
});
export const decideMergeContract = contract({
  route: routes.decideMerge,
  summary: 'Another person than the proposer merges the files, or does not',
  door: 'patient:merge',
  params: MergeParams,
  body: DecideMergeBody,
  answer: MergeAnswer,
  refusals: [
    'STALE',
    'MERGE_NOT_OPEN',
    'MERGE_SAME_PERSON',
    'MERGE_NOT_FITTING',
    'MERGE_TWO_AGREEMENTS',
    'MERGE_MOVE_WAITING',
    'FILE_NOT_RIGHT',
  ],
  once: true,
});
export const undoMergeContract = contract({
  route: routes.undoMerge,
  summary: 'Take a merge back: what was moved returns, row by row',
  door: 'patient:merge',
  params: MergeParams,
  body: UndoMergeBody,
  answer: MergeAnswer,
  refusals: ['STALE', 'MERGE_NOT_OPEN', 'MERGE_UNDO_BLOCKED'],
  once: true,
});

export type MergeParams = z.input<typeof MergeParams>;
export type MergesQuery = z.input<typeof MergesQuery>;
export type ProposeMergeBody = z.input<typeof ProposeMergeBody>;
export type DecideMergeBody = z.input<typeof DecideMergeBody>;
export type UndoMergeBody = z.input<typeof UndoMergeBody>;
export type MergeRow = z.infer<typeof MergeRow>;
export type MergesPage = { rows: MergeRow[]; next: string | null };
export type MergeAnswer = z.infer<typeof MergeAnswer>;
