import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Leavings } from '../access/access.public.ts';
import { KeepLegalMatter } from './keep-legal-matter.ts';

@Injectable()
export class LawEffects implements OnModuleInit {
  readonly #leavings: Leavings;
  readonly #keep: KeepLegalMatter;

  constructor(leavings: Leavings, keep: KeepLegalMatter) {
    this.#leavings = leavings;
    this.#keep = keep;
  }

  onModuleInit(): void {
    this.#leavings.also((tx, leaving) => this.#keep.handOn(tx, leaving));
  }
}
