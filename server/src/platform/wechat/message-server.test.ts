import { createCipheriv, createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { MessageServer } from './message-server.ts';

/** The platform's published example of its message push: token, key, query, body and plain text are its own. */
const OFFICIAL = {
  token: 'AAAAA',
  encodingAesKey: 'A'.repeat(43),
  appid: 'wxba5fad812f8e6fb9',
  query: { timestamp: '1714112445', nonce: '415670741', encrypt_type: 'aes', msg_signature: '046e02f8204d34f8ba5fa3b1db94908f3df2e9b3' },
  encrypted:
    '+qdx1OKCy+5JPCBFWw70tm0fJGb2Jmeia4FCB7kao+/Q5c/ohsOzQHi8khUOb05JCpj0JB4RvQMkUyus8TPxLKJGQqcvZqzDpVzazhZv6JsXUnnR8XGT740XgXZUXQ7vJVnAG+tE8NUd4yFyjPy7GgiaviNrlCTj+l5kdfMuFUPpRSrfMZuMcp3Fn2Pede2IuQrKEYwKSqFIZoNqJ4M8EajAsjLY2km32IIjdf8YL/P50F7mStwntrA2cPDrM1kb6mOcfBgRtWygb3VIYnSeOBrebufAlr7F9mFUPAJGj04=',
  plain:
    '{"ToUserName":"gh_97417a04a28d","FromUserName":"o9AgO5Kd5ggOC-bXrbNODIiE3bGY","CreateTime":1714112445,"MsgType":"event","Event":"debug_demo","debug_str":"hello world"}',
};
const server = (overrides: { now?: number; appid?: string; token?: string } = {}) =>
  new MessageServer({ ...OFFICIAL, ...overrides, now: () => new Date((overrides.now ?? 1_714_112_445) * 1000) });
const body = (encrypted: string) => Buffer.from(JSON.stringify({ ToUserName: 'gh_97417a04a28d', Encrypt: encrypted }));

/** Encrypts as the platform does; `tail`, `length` and `pad` can be wrong on purpose. */
function encrypt(message: string, { tail = OFFICIAL.appid, length = Buffer.byteLength(message), pad = -1 } = {}): string {
  const head = Buffer.alloc(20, 7);
  head.writeUInt32BE(length, 16);
  const content = Buffer.concat([head, Buffer.from(message), Buffer.from(tail)]);
  const padding = 32 - (content.length % 32);
  const cipher = createCipheriv('aes-256-cbc', Buffer.alloc(32), Buffer.alloc(16)).setAutoPadding(false);
  const bytes = Buffer.concat([content, Buffer.alloc(padding, pad < 0 ? padding : pad)]);
  return Buffer.concat([cipher.update(bytes), cipher.final()]).toString('base64');
}
function signed(encrypted: string, timestamp = '1714112445') {
  const nonce = 'n1';
  const parts = [OFFICIAL.token, timestamp, nonce, encrypted].sort().join('');
  return { timestamp, nonce, encrypt_type: 'aes', msg_signature: createHash('sha1').update(parts).digest('hex') };
}

describe('verifyUrl', () => {
  const query = {
    signature: 'f464b24fc39322e44b38aa78f5edd27bd1441696',
    timestamp: '1714036504',
    nonce: '1514711492',
    echostr: '4375120948345356249',
  };
  const at = server({ now: 1_714_036_504 });

  it('answers the official example with its echo', () => {
    expect(at.verifyUrl(query)).toEqual({ outcome: 'verified', reply: '4375120948345356249' });
  });

  it.each([
    ['a changed nonce', { ...query, nonce: '1514711493' }, 'signature'],
    ['a short signature', { ...query, signature: 'f464' }, 'signature'],
    ['a parameter missing', { ...query, echostr: undefined }, 'query'],
    ['a time that is none', { ...query, timestamp: 'x' }, 'stale'],
    ['an old time', { ...query, timestamp: '1714036204' }, 'stale'],
  ])('refuses %s', (_, changed, why) => {
    expect(at.verifyUrl(changed)).toEqual({ outcome: 'refused', why });
  });
});

describe('decryptEvent', () => {
  it('opens the official example, in JSON and in XML', () => {
    const opened = { outcome: 'opened', text: OFFICIAL.plain };
    expect(server().decryptEvent(OFFICIAL.query, body(OFFICIAL.encrypted))).toEqual(opened);
    const xml = `<xml>\n<ToUserName><![CDATA[gh_97417a04a28d]]></ToUserName><Encrypt><![CDATA[${OFFICIAL.encrypted}]]></Encrypt></xml>`;
    expect(server().decryptEvent(OFFICIAL.query, Buffer.from(xml))).toEqual(opened);
  });

  it('opens messages of every length of padding', () => {
    for (let length = 1; length <= 64; length += 1) {
      const encrypted = encrypt('药'.repeat(length));
      expect(server().decryptEvent(signed(encrypted), body(encrypted))).toEqual({ outcome: 'opened', text: '药'.repeat(length) });
    }
  });

  it('accepts just under five minutes either way, and not five', () => {
    for (const [now, outcome] of [
      [1_714_112_445 + 299, 'opened'],
      [1_714_112_445 - 299, 'opened'],
      [1_714_112_445 + 300, 'refused'],
      [1_714_112_445 - 300, 'refused'],
    ] as const) {
      expect(server({ now }).decryptEvent(OFFICIAL.query, body(OFFICIAL.encrypted)).outcome).toBe(outcome);
    }
  });

  const twisted = `${OFFICIAL.encrypted.slice(0, 40)}B${OFFICIAL.encrypted.slice(41)}`;
  it.each([
    ['a changed byte', OFFICIAL.query, body(twisted), 'signature'],
    [
      'the weaker signature in place of msg_signature',
      { ...OFFICIAL.query, msg_signature: undefined, signature: 'x' },
      body(OFFICIAL.encrypted),
      'query',
    ],
    ['no JSON', OFFICIAL.query, Buffer.from('Encrypt'), 'body'],
    ['plain text mode', OFFICIAL.query, Buffer.from(OFFICIAL.plain), 'body'],
    ['a huge body', OFFICIAL.query, Buffer.alloc(70_000, 32), 'body'],
    ['XML with a document type', OFFICIAL.query, Buffer.from(`<!DOCTYPE x [<!ENTITY e "y">]><xml><Encrypt>&e;</Encrypt></xml>`), 'body'],
  ])('refuses %s', (_, query, rawBody, why) => {
    expect(server().decryptEvent(query, rawBody)).toEqual({ outcome: 'refused', why });
  });

  it.each([
    ['of another app', encrypt('{}', { tail: 'wx0000000000000009' }), 'appid'],
    ['whose length reaches beyond it', encrypt('{}', { length: 9999 }), 'cipher'],
    ['with padding 0', encrypt('{}', { pad: 0 }), 'cipher'],
    ['with padding 33', encrypt('{}', { pad: 33 }), 'cipher'],
    ['with uneven padding', encrypt('{}', { pad: 31 }), 'cipher'],
    ['that is not in blocks', Buffer.alloc(17).toString('base64'), 'cipher'],
    ['that is empty', '=', 'cipher'],
  ])('refuses a well signed message %s', (_, encrypted, why) => {
    expect(server().decryptEvent(signed(encrypted), body(encrypted))).toEqual({ outcome: 'refused', why });
  });

  it('refuses a key of the wrong length at the start', () => {
    expect(() => new MessageServer({ ...OFFICIAL, encodingAesKey: 'short', now: () => new Date() })).toThrow(TypeError);
  });
});
