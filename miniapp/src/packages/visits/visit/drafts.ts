import type { RecordForm } from '@guanhu/shared/visits/visit-record.terms';
import { drafts } from '../../../platform/drafts';
import { session } from '../../../platform/session';
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
  /** The key under which it was sent. It stays until the server has it: a refusal that comes later opens it again as it was. */
  readonly sentAs?: string;
  /** What the server said of the check-in; absent while it is on its way, or came back when nobody looked. */
  readonly checkIn?: { readonly at: 'taken' } | { readonly at: 'refused'; readonly say: string };
};

const personId = () => session()?.me.personId ?? '';
/** Pages that show a draft: one that was left may still be told what became of its check-in, and the one in front shows it. */
const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};
export const watchDrafts = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

export const draftOf = (name: string): Draft | undefined => drafts.of<Draft>(personId(), name);
export const saveDraft = (name: string, draft: Draft): void => {
  drafts.save(personId(), name, draft);
  tell();
};
export const dropDraft = (name: string): void => {
  drafts.drop(personId(), name);
  tell();
};
