import { useEffect, useRef, useState } from 'react';
import { calendarDate, dayOf, daysBetween } from '@guanhu/shared/kernel/calendar-date';
import type { AnswerOf } from '@guanhu/shared/kernel/route';
import type { RecordForm } from '@guanhu/shared/visits/visit-record.terms';
import { checkInVisit, readVisit, readVisitForm, recordVisit } from '@guanhu/shared/visits/visits.routes';
import { newKey } from '../../../platform/api/new-key.ts';
import { useRead } from '../../../platform/api/use-read.ts';
import { placeNow } from '../../../platform/location';
import { urlTo } from '../../../platform/navigate';
import { bankCredits } from '../../../platform/subscribe/bank-credits.ts';
import { nowInstant, phoneToday } from '../../../platform/now.ts';
import { dismissRefused, settled, submit, useOutbox } from '../../../platform/outbox';
import { session } from '../../../platform/session';
import { formFromKept } from './form-from-kept.ts';
import {
  begin,
  begunAnew,
  changed,
  checkedIn,
  checkInNotTaken,
  draftName,
  isBlank,
  isCheckInUnknown,
  refused,
  sentAs,
  stateOf,
  type Change,
} from './draft.rules.ts';
import type { Draft } from './drafts.ts';
import { useDraft } from './use-draft.ts';
import { usePhoto } from './use-photo.ts';
import { recordOf, type FormAsked } from './visit-form.ts';
import { visitsWords } from '../../../words/visits.ts';

export type Saving =
  | { readonly at: 'idle' }
  | { readonly at: 'checkingIn' }
  | { readonly at: 'saving' }
  | { readonly at: 'saved'; readonly recorded: AnswerOf<typeof recordVisit> }
  | { readonly at: 'refused'; readonly say: string };

/** The national record is the doctors'; everybody else begins with the quick form and may change to it. */
const DOCTORS = ['mentalHealthDoctor', 'villageDoctor'];
const usualForm = (): RecordForm => (session()?.me.posts.some(post => DOCTORS.includes(post.role)) === true ? 'national' : 'quick');

/** The server has no such visit, or none of this visitor. */
const NOT_THERE = 'NOT_FOUND_OR_NO_ACCESS';

/** Check-in and record of one visit; every field is on the phone as soon as it is touched. */
export function useVisit(patientId: string, taskId: string | undefined, visitId: string | undefined) {
  const { name, draft, current, keep, edit, drop } = useDraft(patientId, visitId);
  const unsent = useOutbox();
  const state = draft && stateOf(draft, unsent);
  const [together, setTogether] = useState<readonly string[]>([]);
  const [saving, setSaving] = useState<Saving>({ at: 'idle' });
  // Kept on the phone: at a door without signal the county's fields and the team are still there.
  const own = useRead(readVisitForm, { params: { patientId }, keep: true }).value;
  const form = own ?? formFromKept(patientId, session()?.me.personId ?? '');

  // A visit that was checked in on another phone, or whose draft is gone, goes on from the server's row; one that the server has is over;
  // and of a check-in that nobody saw taken the server says whether there is one.
  const isSent = draft?.sentAs !== undefined && state?.at === 'open' && saving.at === 'idle';
  const isUnknown = draft !== undefined && (saving.at === 'idle' || saving.at === 'refused') && isCheckInUnknown(draft, unsent);
  const asksFor = draft === undefined ? visitId : isSent || isUnknown ? draft.visitId : undefined;
  const found = useRead(readVisit, asksFor === undefined ? 'wait' : { params: { visitId: asksFor } });
  const begun = found.value;
  const isMine = begun?.state === 'checkedIn' && begun.mine;
  const standing = draft?.visitId;
  // A draft that has gone, for the server has its record, does not begin again as a blank one.
  const stood = useRef(false);
  useEffect(() => {
    if (standing !== undefined) stood.current = true;
    if (!begun) return;
    if (standing === undefined) {
      if (isMine && !stood.current) keep(checkedIn(begun.visitId, begun.version)(first(begun.visitId, begun.at, [])));
    } else if (begun.state === 'checkedIn') edit(checkedIn(begun.visitId, begun.version));
    else if (begun.visitId === standing) drop();
  }, [begun, isMine, standing, keep, edit, drop]);
  const isNotThere = isUnknown && draft.checkIn === undefined && asksFor === standing && found.refusal?.code === NOT_THERE;
  useEffect(() => {
    if (isNotThere && standing !== undefined) edit(checkInNotTaken(standing, visitsWords.checkInNotThere));
  }, [isNotThere, standing, edit]);
  const notTaken = state?.at === 'refused' && state.what === 'checkIn' ? state.say : undefined;
  useEffect(() => {
    if (notTaken !== undefined && standing !== undefined) edit(checkInNotTaken(standing, notTaken));
  }, [notTaken, standing, edit]);

  const photo = usePhoto();
  const checkIn = async () => {
    setSaving({ at: 'checkingIn' });
    // From here on the picture belongs to the check-in: whoever leaves the page does not take it back.
    const picture = photo.handOver();
    const at = nowInstant();
    const place = await placeNow();
    const id = newKey();
    const before = current();
    keep(before ? begunAnew({ visitId: id, checkedInAt: at, savedAt: at })(before) : first(id, at, together));
    for (const key of [before?.visitId, before?.sentAs]) if (key !== undefined) dismissRefused(key);
    const sending = submit(checkInVisit, {
      params: { patientId },
      body: { visitId: id, at, ...(taskId === undefined ? {} : { taskId }), ...(place === undefined ? {} : { place }) },
      what: visitsWords.visitCheckIn,
      key: id,
    });
    // Written down right behind it, and sent after it, whatever becomes of this page.
    if (picture !== undefined) photo.send(id, picture);
    const outcome = await sending;
    if (outcome.at === 'refused') {
      // What was answered meanwhile stays; where nothing was, the visitor is back at the door.
      const now = current();
      if (now?.visitId === id && isBlank(now)) {
        drop();
        setSaving({ at: 'refused', say: outcome.refusal.say });
      } else {
        edit(checkInNotTaken(id, outcome.refusal.say));
        setSaving({ at: 'idle' });
      }
      return;
    }
    if (outcome.at === 'saved') edit(checkedIn(id, outcome.value.version));
    setSaving({ at: 'idle' });
  };

  const change = (part: Change | ((now: Draft) => Change)) => {
    edit(changed(part, nowInstant()));
    if (saving.at === 'refused') setSaving({ at: 'idle' });
  };

  const asked: FormAsked = { form: draft?.form ?? usualForm(), local: form?.localFields ?? [] };
  const complete = async () => {
    const now = current();
    const record = now && recordOf({ ...asked, form: now.form }, now.answers);
    if (!record) return;
    // Asked for at the tap that ends every visit.
    void bankCredits(['visit', 'task']);
    setSaving({ at: 'saving' });
    const { companions, absorbedFrom, lateReason, score } = now;
    const key = newKey();
    // The form stays as it is until the server has it.
    edit(sentAs(key));
    if (now.sentAs !== undefined) dismissRefused(now.sentAs);
    const outcome = await submit(recordVisit, {
      params: { visitId: now.visitId },
      body: {
        version: now.version,
        form: now.form,
        record,
        finishedAt: nowInstant(),
        ...(form ? { edition: form.edition } : {}),
        ...(companions.length === 0 ? {} : { companions: companions.map(personId => ({ personId })) }),
        ...(absorbedFrom === undefined ? {} : { absorbed: { visitId: absorbedFrom } }),
        ...(lateReason === undefined || lateReason.trim() === '' ? {} : { lateReason: lateReason.trim() }),
        ...(score === undefined ? {} : { score }),
      },
      what: visitsWords.visitRecord,
      key,
      form: {
        draft: name,
        page: urlTo('/packages/visits/visit/index', { patientId, visitId: name === draftName(patientId) ? undefined : now.visitId }),
      },
    });
    if (outcome.at === 'queued') setSaving({ at: 'idle' });
    if (outcome.at === 'refused') {
      edit(refused);
      setSaving({ at: 'refused', say: outcome.refusal.say });
    }
    // A refusal that comes later is the outbox's to tell, here and wherever the person is by then.
    const decided = outcome.at === 'queued' ? await settled(recordVisit, key) : outcome;
    if (decided.at === 'saved') setSaving({ at: 'saved', recorded: decided.value });
  };
  const isLate = draft !== undefined && form !== undefined && daysSince(draft.checkedInAt) > form.lateAfterDays;
  // A visit that was begun elsewhere is not checked in a second time because nobody could be asked about it.
  const opening = draft === undefined && visitId !== undefined && begun === undefined ? found : undefined;
  return { opening, draft, state, form, asked, saving, isLate, photo, together, setTogether, checkIn, change, complete };
}

const first = (visitId: string, at: string, companions: readonly string[]): Draft =>
  begin({ visitId, at, form: usualForm(), companions, savedAt: nowInstant() });

const daysSince = (instant: string): number => daysBetween(calendarDate(dayOf(new Date(instant))), phoneToday());
