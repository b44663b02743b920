import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { takeIn } from './take-in.ts';

const text = (words: string) => Buffer.from(words, 'latin1');
const segment = (code: number, content: Buffer) =>
  Buffer.concat([Buffer.from([0xff, code, (content.length + 2) >> 8, (content.length + 2) & 0xff]), content]);
/** A frame and a scan with a stuffed 0xFF and a restart marker in it. */
const FRAME = segment(0xc0, Buffer.from([8, 0, 1, 0, 1, 1, 1, 0x11, 0]));
const SCAN = Buffer.concat([segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])), Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56])]);
const END = Buffer.from([0xff, 0xd9]);
const jpeg = (...segments: Buffer[]) => Buffer.concat([Buffer.from([0xff, 0xd8]), ...segments, FRAME, SCAN, END]);
const GPS = 'GPSLatitude 30.123456';
/** EXIF with an orientation and, after it, whatever a phone adds. */
const exif = (turn: number) =>
  segment(
    0xe1,
    Buffer.concat([
      text('Exif\0\0'),
      Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, turn, 0, 0, 0, 0, 0, 0, 0]),
      text(GPS),
    ]),
  );
const chunk = (type: string, content: Buffer) => {
  const body = Buffer.concat([text(type), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const HEAD = chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]));
const png = (...chunks: Buffer[]) =>
  Buffer.concat([SIGNATURE, HEAD, ...chunks, chunk('IDAT', Buffer.from([1, 2, 3])), chunk('IEND', Buffer.alloc(0))]);
const pdf = (middle: string) => text(`%PDF-1.7\n${middle}\nxref\nstartxref\n9\n%%EOF\n`);

const kept = (bytes: Buffer): Buffer => {
  const taken = takeIn(bytes);
  if (!taken.granted) throw new Error(taken.code);
  return taken.value.bytes;
};
const refusal = (bytes: Buffer) => {
  const taken = takeIn(bytes);
  return taken.granted ? null : taken.code;
};

describe('a JPEG', () => {
  it('loses place, device, thumbnails, comments and what follows its end, and keeps its picture', () => {
    const photograph = Buffer.concat([
      jpeg(exif(1), segment(0xe1, text(`http://ns.adobe.com/xap/1.0/\0${GPS}`)), segment(0xed, text(GPS)), segment(0xfe, text(GPS))),
      text(GPS),
    ]);
    expect(kept(photograph)).toEqual(jpeg());
  });

  it.each([2, 6, 8])('still says that it was held turned (%i), and nothing else', turn => {
    const bytes = kept(jpeg(exif(turn)));
    expect(bytes.includes(GPS)).toBe(false);
    expect(bytes.length).toBe(jpeg().length + 4 + 6 + 26);
    expect(kept(bytes)).toEqual(bytes);
  });

  it('keeps its colour profile and drops other data under the same marker', () => {
    const profile = segment(0xe2, text('ICC_PROFILE\0\x01\x01profile'));
    expect(kept(jpeg(profile, segment(0xe2, text('MPF\0second picture'))))).toEqual(jpeg(profile));
  });

  it.each([
    ['cut off', jpeg().subarray(0, -4)],
    ['without a scan', Buffer.concat([Buffer.from([0xff, 0xd8]), FRAME, END])],
    ['with a length beyond its end', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff]), text('x')])],
  ])('%s is refused', (_, bytes) => {
    expect(refusal(bytes)).toBe('FILE_BROKEN');
  });
});

describe('a PNG', () => {
  it('loses text, EXIF and times', () => {
    const added = [
      chunk('tEXt', text(`Comment\0${GPS}`)),
      chunk('iTXt', text(GPS)),
      chunk('eXIf', text(GPS)),
      chunk('tIME', Buffer.alloc(7)),
    ];
    expect(kept(Buffer.concat([png(...added), text(GPS)]))).toEqual(png());
  });

  it('is refused when cut off or when a sum is wrong', () => {
    expect(refusal(png().subarray(0, -4))).toBe('FILE_BROKEN');
    const altered = png();
    altered[SIGNATURE.length + 10] = 9;
    expect(refusal(altered)).toBe('FILE_BROKEN');
  });
});

describe('a PDF', () => {
  it('loses its metadata packets and the EXIF of its photographs, and not a byte of its length', () => {
    const before = pdf(`stream\n<x:xmpmeta>${GPS}</x:xmpmeta>${exif(1).toString('latin1')}endstream`);
    const after = kept(before);
    expect([after.length, after.includes(GPS)]).toEqual([before.length, false]);
  });

  it('is refused when it would act, unless letters only meet by chance in compressed content', () => {
    expect(refusal(pdf('<< /Type /Action /S /JavaScript /JS (app.alert(1)) >>'))).toBe('FILE_ACTIVE');
    expect(refusal(pdf('stream\nx/JS(y\nendstream'))).toBeNull();
  });

  it('is refused without an end', () => {
    expect(refusal(text('%PDF-1.7\nnothing'))).toBe('FILE_BROKEN');
  });
});

describe('any other content', () => {
  it.each(['GIF89a', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'PK\x03\x04', '<html>', ''])(
    '%j is not kept, whatever it is called',
    words => {
      expect(refusal(text(words))).toBe('FILE_TYPE_NOT_KEPT');
    },
  );

  it('never breaks the reader, and what was taken in is taken in again unchanged', () => {
    const start = fc.constantFrom(Buffer.from([0xff, 0xd8, 0xff]), SIGNATURE, text('%PDF-1.7'), jpeg(exif(6)), png(), pdf(''));
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 200 }), fc.nat(400), (first, rest, cut) => {
        const taken = takeIn(Buffer.concat([first.subarray(0, Math.max(8, cut)), rest]));
        if (taken.granted) expect(kept(taken.value.bytes)).toEqual(taken.value.bytes);
      }),
    );
  });
});

const riff = (...chunks: Buffer[]) => {
  const body = Buffer.concat([text('WAVE'), ...chunks]);
  const head = Buffer.alloc(8);
  head.write('RIFF', 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
};
const part = (id: string, content: Buffer) => {
  const head = Buffer.alloc(8);
  head.write(id, 'latin1');
  head.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
};
/** One channel of 16 bits, 8000 samples a second; `code` 1 is plain samples. */
const sound = (code = 1) => part('fmt ', Buffer.from([code, 0, 1, 0, 0x40, 0x1f, 0, 0, 0x80, 0x3e, 0, 0, 2, 0, 16, 0]));
const SAMPLES = part('data', Buffer.from([1, 2, 3, 4]));

describe('a WAV', () => {
  it('loses names and places and keeps its samples', () => {
    const told = [part('LIST', text(`INFOIART${GPS}`)), part('odd ', text('x'))];
    expect(kept(Buffer.concat([riff(...told, sound(), ...told, SAMPLES), part('id3 ', text(GPS))]))).toEqual(riff(sound(), SAMPLES));
  });

  it.each([
    ['cut off', riff(sound(), SAMPLES).subarray(0, -1)],
    ['without samples', riff(sound())],
    ['without a format', riff(SAMPLES)],
    ['compressed', riff(sound(85), SAMPLES)],
    ['that is only called so', riff(text('<script>'))],
  ])('%s is refused', (_, bytes) => {
    expect(refusal(bytes)).toBe('FILE_BROKEN');
  });
});

/** A frame of MPEG 2 layer III with 48 kbit/s and 16000 samples a second: 216 bytes. */
const frame = () => Buffer.concat([Buffer.from([0xff, 0xf3, 0x68, 0xc4]), Buffer.alloc(212, 7)]);

describe('an MP3', () => {
  it('loses its tags and keeps its frames', () => {
    const tag = Buffer.concat([text('ID3'), Buffer.from([4, 0, 0, 0, 0, 0, GPS.length]), text(GPS)]);
    const last = Buffer.concat([text('TAG'), Buffer.alloc(125, 65)]);
    expect(kept(Buffer.concat([tag, frame(), frame(), last]))).toEqual(Buffer.concat([frame(), frame()]));
  });

  it('drops the half frame that a recorder leaves when it is stopped', () => {
    expect(kept(Buffer.concat([frame(), frame().subarray(0, 100)]))).toEqual(frame());
  });

  it('is refused with something else between its frames, or with no whole frame', () => {
    expect(refusal(Buffer.concat([frame(), text('<script>alert(1)</script>')]))).toBe('FILE_BROKEN');
    expect(refusal(frame().subarray(0, 100))).toBe('FILE_BROKEN');
  });

  it('is not what only begins with a tag', () => {
    expect(refusal(Buffer.concat([text('ID3'), Buffer.from([4, 0, 0, 0, 0, 0, 2]), text('xxnothing')]))).toBe('FILE_TYPE_NOT_KEPT');
  });
});
