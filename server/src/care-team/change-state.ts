import type { Actor } from '@guanhu/shared/access/access.terms';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { ChangeStateBody, StateChanged } from '@guanhu/shared/registry/patient-life.contract';
import { turnNeeds } from '@guanhu/shared/registry/patient-life.rules';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/database.ts';
import { Lives } from '../registry/registry.public.ts';
import { Teams } from './teams.ts';

/** The office or the doctor records a turn of a patient's life. */
@Injectable()
export class ChangeState {
  readonly #teams: Teams;
  readonly #lives: Lives;

  constructor(teams: Teams, lives: Lives) {
    this.#teams = teams;
    this.#lives = lives;
  }

  async run(tx: Tx, actor: Actor, patientId: Id, { from, to, on, ...facts }: ChangeStateBody): Promise<StateChanged> {
    await this.#teams.requireFor(tx, actor, turnNeeds(from, to), patientId);
    const { care, ...turned } = await this.#lives.change(tx, actor, patientId, { from, to, on, facts, alone: true });
    return { ...turned, care: [...care] };
  }
}
