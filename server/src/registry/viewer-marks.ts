import type { Actor } from '@guanhu/shared/access/access.terms';
import { minuteInChina } from '@guanhu/shared/rights/exports.rules';
import { Injectable } from '@nestjs/common';
import { People } from '../access/access.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Reader } from '../platform/database/database.ts';
import type { FileToSave } from '../platform/http/send-file.ts';
import { Printer } from '../platform/print/printer.ts';

/** Writes over a PDF who looks at it, and when; in a picture the phone or the desk does it. What is kept stays as it was handed in. */
@Injectable()
export class ViewerMarks {
  readonly #people: People;
  readonly #printer: Printer;
  readonly #clock: Clock;

  constructor(people: People, printer: Printer, clock: Clock) {
    this.#people = people;
    this.#printer = printer;
    this.#clock = clock;
  }

  /** @throws Refusal SERVER_BUSY when too many wait */
  async over(reader: Reader, { personId }: Actor, file: FileToSave): Promise<FileToSave> {
    if (file.type !== 'application/pdf') return file;
    const name = (await this.#people.contacts(reader, [personId])).get(personId)?.name ?? '';
    return { ...file, bytes: await this.#printer.stamp(file.bytes, `${name} ${minuteInChina(this.#clock.now())}`) };
  }
}
