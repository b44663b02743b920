import type { RecordForm } from '@guanhu/shared/visits/visit-record.terms';
import { session } from '../../../platform/session';
import { storage } from '../../../platform/storage';
import type { Answers } from './visit-form.ts';

/** A visit that was begun on this phone: it outlives a crash, and belongs to the person who began it. */
export type Draft = {
  readonly visitId: string;
  /** ISO instant of the check-in by the phone's clock. */
  readonly checkedInAt: string;
  /** Of the row at the server; a check-in that still waits for signal will be version 1. */
  readonly version: number;
  readonly form: RecordForm;
  readonly answers: Answers;
  /** Persons of the team who came along. */
  readonly companions: readonly string[];
  /** The quick form that was taken over. */
  readonly absorbedFrom?: string;
  readonly lateReason?: string;
  /** The score sheet, when it was opened. */
  readonly score?: Answers;
  readonly savedAt: string;
};

type Drafts = Readonly<Record<string, Draft>>;
const key = () => `visit-drafts:${session()?.me.personId ?? ''}`;
const all = (): Drafts => storage.read<Drafts>(key()) ?? {};

export const draftOf = (patientId: string): Draft | undefined => all()[patientId];
export const saveDraft = (patientId: string, draft: Draft): void => {
  storage.write(key(), { ...all(), [patientId]: draft });
};
export const dropDraft = (patientId: string): void => {
  storage.write(key(), Object.fromEntries(Object.entries(all()).filter(([each]) => each !== patientId)));
};
