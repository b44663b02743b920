import type { Actor } from '@guanhu/shared/access/access.terms';
import type { AdmissionsAnswer } from '@guanhu/shared/incidents/admission.contract';
import type { AdmissionState } from '@guanhu/shared/incidents/admission.terms';
import { Injectable } from '@nestjs/common';
import { readAdmissionPage } from './admission.store.ts';
import { ScopedReads } from './scoped-reads.ts';

type Asked = { readonly state?: AdmissionState | undefined; readonly after?: string | undefined; readonly limit: number };

/** Stays in hospital of the reader's patients, newest first. */
@Injectable()
export class ListAdmissions {
  readonly #reads: ScopedReads;

  constructor(reads: ScopedReads) {
    this.#reads = reads;
  }

  run(actor: Actor, asked: Asked): Promise<AdmissionsAnswer> {
    return this.#reads.page(actor, { permission: 'admission:read', what: 'admission-list' }, asked, {
      read: (reader, _vault, page) => readAdmissionPage(reader, page),
      at: row => row.createdAt,
      show: ({ id, ground, state, admittedOn, dischargedOn }, patient) => ({
        admissionId: id,
        ...patient,
        ground,
        state,
        admittedOn,
        dischargedOn,
      }),
    });
  }
}
