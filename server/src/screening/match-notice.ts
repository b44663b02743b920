import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { NEWEST_FORM } from '@guanhu/shared/screening/clue-form.rules';
import type { MatchNoticeBody, NoticeRef } from '@guanhu/shared/screening/notice.contract';
import { isNoticeEnded, type NoticeSource } from '@guanhu/shared/screening/notice.terms';
import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.public.ts';
import { Agenda, Planning } from '../agenda/agenda.public.ts';
import type { Tx } from '../platform/database/database.ts';
import { Patients } from '../registry/registry.public.ts';
import { Notices } from './notices.ts';
import { ReportClue } from './report-clue.ts';

/** To which group of the clue form somebody belongs by where they come from: treated, or found in the departments' work. */
const GROUP_OF: Readonly<Record<NoticeSource, number>> = {
  hospital: 2,
  compulsoryMedical: 3,
  compulsoryDrugRehab: 6,
  custody: 6,
  communityCorrection: 6,
};

/** Whose file a notice is about: then the first visits come in time. Somebody without a file is a clue like every other. */
@Injectable()
export class MatchNotice {
  readonly #notices: Notices;
  readonly #report: ReportClue;
  readonly #patients: Patients;
  readonly #access: Access;
  readonly #agenda: Agenda;
  readonly #planning: Planning;

  constructor(notices: Notices, report: ReportClue, patients: Patients, access: Access, agenda: Agenda, planning: Planning) {
    this.#notices = notices;
    this.#report = report;
    this.#patients = patients;
    this.#access = access;
    this.#agenda = agenda;
    this.#planning = planning;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, STALE, NOTICE_ENDED, NOTICE_MATCHED, FILE_NOT_RIGHT */
  async run(tx: Tx, actor: Actor, noticeId: Id, body: MatchNoticeBody): Promise<NoticeRef> {
    const notice = await this.#notices.lock(tx, actor, noticeId, body.version);
    if (notice.state !== 'open') throw new Refusal(isNoticeEnded(notice.state) ? 'NOTICE_ENDED' : 'NOTICE_MATCHED');
    if (body.as === 'clue') {
      const { clueId, villageId } = body;
      if (!notice.told) throw new Refusal('NOTICE_ENDED');
      const { person, note } = notice.told;
      const source = notice.source === 'hospital' || notice.source === 'compulsoryMedical' ? 'institution' : 'department';
      await this.#report.run(tx, actor, villageId, {
        clueId,
        form: NEWEST_FORM.version,
        yes: [],
        group: GROUP_OF[notice.source],
        source,
        whereabouts: 'atHome',
        person,
        ...(note !== null && { note }),
      });
      return this.#notices.step(tx, actor, notice, { state: 'toClue', clueId, ends: true });
    }
    const { patientId } = body;
    const areaPath = (await this.#patients.areaPath(tx, patientId)) ?? [];
    this.#access.require(actor, 'patient:read', { countyId: tx.countyId, areaPath });
    await this.#agenda.hasten(tx, patientId, ['doctor', 'lead', 'gridWorker'], notice.visitDueOn);
    await this.#planning.visitsOf(tx, patientId);
    return this.#notices.step(tx, actor, notice, { state: 'matched', patientId, ends: false });
  }
}
