import type { Actor } from '@guanhu/shared/access/access.terms';
import { moveAppraisal } from '@guanhu/shared/appraisal/appraisal-life.rules';
import type { ObjectionWay } from '@guanhu/shared/appraisal/appraisal.terms';
import type { MakeObjectionBody, ObjectionMade } from '@guanhu/shared/appraisal/objections.contract';
import { dayOf } from '@guanhu/shared/kernel/calendar-date';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { actedAt } from '@guanhu/shared/kernel/phone-clock';
import { Injectable } from '@nestjs/common';
import { Access, People } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { Attachments } from '../registry/registry.public.ts';
import { lockAppraisal, readOpinions, storeObjected } from './appraisal.store.ts';
import { appraisalTies } from './appraisal-ties.ts';
import { insertObjection, objectionsTo } from './objection.store.ts';
import { Objections } from './objections.ts';

/** A deduction is objected to from its line: by the guardian, or by the village for a guardian who asked it to. */
@Injectable()
export class MakeObjection {
  readonly #access: Access;
  readonly #people: People;
  readonly #teams: Teams;
  readonly #objections: Objections;
  readonly #attachments: Attachments;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(
    access: Access,
    people: People,
    teams: Teams,
    objections: Objections,
    attachments: Attachments,
    vaults: Vaults,
    audit: Audit,
    clock: Clock,
  ) {
    this.#access = access;
    this.#people = people;
    this.#teams = teams;
    this.#objections = objections;
    this.#attachments = attachments;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, OBJECTION_NOT_POSSIBLE, OBJECTION_EMPTY, INPUT_INVALID when an id is taken, and those of a file */
  async run(tx: Tx, actor: Actor, appraisalId: Id, body: MakeObjectionBody, way: ObjectionWay): Promise<ObjectionMade> {
    const row = await lockAppraisal(tx, appraisalId);
    if (!row) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    const ties = appraisalTies(tx, row, await this.#teams.tiesOf(tx, row.patient_id));
    this.#access.require(actor, way === 'self' ? 'objection:make' : 'objection:record', ties);
    const { objectionId, words, voice } = body;
    if (words === undefined && voice === undefined) throw new Refusal('OBJECTION_EMPTY');
    const vault = await this.#vaults.of(tx.countyId);
    const earlier = await objectionsTo(tx, vault, [appraisalId]);
    const opinions = await readOpinions(tx, vault, appraisalId);
    const since = Math.max(opinions.at(-1)?.at.getTime() ?? 0, earlier.at(-1)?.answeredAt?.getTime() ?? 0);
    const at = actedAt(body.tappedAt, this.#clock.now(), new Date(since));
    const possible = (await this.#objections.possible(tx, [row], earlier, dayOf(at))).get(appraisalId);
    if (!possible) throw new Refusal('OBJECTION_NOT_POSSIBLE');
    unwrap(moveAppraisal(row.state, 'object'));

    if (voice) {
      const file = { attachmentId: voice.fileId, patientId: row.patient_id, kind: 'agreement', what: '异议录音' } as const;
      const kept = await this.#attachments.keep(tx, actor, { ...file, content: voice.content });
      if (!kept.type.startsWith('audio/')) throw new Refusal('FILE_TYPE_NOT_KEPT');
      await this.#attachments.restOn(tx, objectionId, row.patient_id, [voice.fileId]);
    }
    const { level } = possible;
    const decided = opinions.map(each => each.personId);
    const before = [...decided, ...earlier.flatMap(each => each.answeredBy ?? []), row.guardian_id];
    const dueOn = await this.#objections.dueOn(tx, row.area_path);
    const officerId = await this.#objections.officer(tx, level, row.area_path, before);
    const objection = {
      id: objectionId,
      appraisalId,
      patientId: row.patient_id,
      guardianId: row.guardian_id,
      areaPath: row.area_path,
      level,
      way,
      words: words ?? null,
      voiceId: voice?.fileId ?? null,
      madeBy: actor.personId,
      at,
      dueOn,
      officerId,
    };
    if (!(await insertObjection(tx, vault, objection))) throw new Refusal('INPUT_INVALID', ['body.objectionId']);
    await storeObjected(tx, row);
    await this.#audit.deed(tx, {
      actor,
      act: 'appraisal:objected',
      objectKind: 'objection',
      objectId: objectionId,
      patientId: row.patient_id,
      facts: { level, way, dueOn },
    });
    await this.#objections.tellOfficer(tx, objection);
    const officer = officerId === null ? null : ((await this.#people.contacts(tx, [officerId])).get(officerId)?.name ?? null);
    return { objectionId, level, dueOn, officer };
  }
}
