import { createHash, randomBytes, randomInt } from 'node:crypto';
import { makeCode, showCode, ticketQr } from '@guanhu/shared/access/code.rules';
import { TICKET_SECONDS } from '@guanhu/shared/access/ticket.rules';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { toString as drawQr } from 'qrcode';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { newId } from '../platform/ids.ts';

/** A QR as an SVG of its own, dark on nothing, to be shown in any size. */
export const qrSvg = (text: string): Promise<string> =>
  drawQr(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 1, color: { light: '#0000' } });

export type MintedTicket = {
  readonly id: Id;
  readonly codeDigest: Buffer;
  readonly now: Date;
  readonly expiresAt: Date;
  /** As it is shown on the screen beside the QR. */
  readonly shown: { readonly ticketId: Id; readonly code: string; readonly qrSvg: string; readonly expiresAt: string };
};

/** Makes one-time tickets; the code exists only in the answer and on the asking screen. */
@Injectable()
export class Tickets {
  readonly #vaults: Vaults;
  readonly #clock: Clock;

  constructor(vaults: Vaults, clock: Clock) {
    this.#vaults = vaults;
    this.#clock = clock;
  }

  async mint(): Promise<MintedTicket> {
    const now = this.#clock.now();
    const code = makeCode(randomInt);
    const id = newId();
    const expiresAt = new Date(now.getTime() + TICKET_SECONDS * 1000);
    const shown = { ticketId: id, code: showCode(code), qrSvg: await qrSvg(ticketQr(code)), expiresAt: expiresAt.toISOString() };
    return { id, codeDigest: this.codeDigest(code), now, expiresAt, shown };
  }

  /** What a code is found by; the same for sign-ins, which have no county yet, and step-ups. */
  codeDigest(code: string): Buffer {
    return this.#vaults.directoryDigest('ticket-code', code);
  }
}

/** The secret by which a browser proves that a ticket is its own. */
export const newTicketSecret = (): { secret: string; digest: Buffer } => {
  const secret = randomBytes(32).toString('base64url');
  return { secret, digest: ticketSecretDigest(secret) };
};
export const ticketSecretDigest = (secret: string): Buffer => createHash('sha256').update(secret).digest();
