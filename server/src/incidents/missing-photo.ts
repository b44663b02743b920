import { Injectable } from '@nestjs/common';
import type { Reader } from '../platform/database/database.ts';
import { Attachments } from '../registry/registry.public.ts';
import type { Photo } from './missing-page.ts';
import type { MissingRow } from './missing.store.ts';

/** The photograph by which somebody is looked for. */
@Injectable()
export class MissingPhoto {
  readonly #attachments: Attachments;

  constructor(attachments: Attachments) {
    this.#attachments = attachments;
  }

  /** Null when there is none, or it is no picture, or it was removed. */
  async of(reader: Reader, { photoId }: MissingRow): Promise<Photo | null> {
    const row = photoId === null ? undefined : await this.#attachments.find(reader, photoId);
    if (!row || row.removed || !row.type.startsWith('image/')) return null;
    return { type: row.type, bytes: await this.#attachments.bytes(reader, row) };
  }
}
