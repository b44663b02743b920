import { calendarDate } from '@guanhu/shared/kernel/calendar-date';
import { agreementPage, type AgreementPage } from './agreement-page.ts';
import { contentDigests } from './content-digests.ts';
import { plannedPeriods } from './reward-terms.ts';

const NOTHING_DECIDED = new Map();
const text = { title: '协议', sections: [{ heading: '一', paragraphs: ['乙方：<script>alert("x")</script> & 试甲'] }] };
const page: AgreementPage = {
  text,
  guardian: {
    name: '试甲',
    paper: null,
    strokes: [
      [
        [10, 10],
        [110, 60],
      ],
    ],
    at: new Date('2026-11-22T02:00:00Z'),
  },
  township: null,
  townshipName: '云坪镇',
  ...contentDigests(text),
};

describe('the printable agreement', () => {
  it('names the witness of a paper and the digests of its pages, and draws nothing', () => {
    const paper = { witness: '试<乙>', sha256: ['a'.repeat(64), 'b'.repeat(64)] };
    const html = agreementPage({ ...page, guardian: { name: '试甲', strokes: null, paper, at: new Date('2026-11-22T02:00:00Z') } });
    expect(html).toContain('纸质签名，照片 2 页');
    expect(html).toContain('见证人：试&#60;乙&#62;');
    expect(html).toContain(`签字页照片 2 校验值 SHA-256：${'b'.repeat(64)}`);
    expect(html).not.toContain('<svg');
    expect(html).not.toContain('电子签章：试甲');
  });

  it('shows the drawn signature, its day and the digests', () => {
    const html = agreementPage(page);
    expect(html).toContain('d="M0 0L100 50"');
    expect(html).toContain('2026年11月22日');
    expect(html).toContain(page.sha256);
    expect(html).toContain('（未签）');
  });

  it('lets no text become markup', () => {
    const html = agreementPage(page);
    expect(html).not.toContain('<script');
    expect(html).toContain('&#60;script&#62;');
  });
});

describe('digests', () => {
  it('are those of the canonical text', () => {
    // printf '协议\n' | sha256sum; printf '协议\n' | openssl dgst -sm3
    expect(contentDigests({ title: '协议 ', sections: [] })).toEqual({
      sha256: '308ae83d3e901aaab2373964f7d1d150efd2a45231d44510c59243a6f7cdec19',
      sm3: '5b97353d7c1463c12a68dd48c9e111b247def969309e059f4a7fbec7662b035f',
    });
  });
});

describe('periods of a stored agreement', () => {
  const day = calendarDate;
  const row = {
    from_on: day('2026-08-15'),
    last_on: day('2027-08-14'),
    anchor_on: day('2026-08-15'),
    standards: [{ from: day('2026-08-15'), yearlyFen: 240_000 }],
    pauses: [],
    cycle: 'quarter' as const,
    cap_fen: null,
    carry: null,
  };

  it('are four of 600 yuan', () => {
    expect(plannedPeriods(row, NOTHING_DECIDED).map(each => each.fullFen)).toEqual([60_000, 60_000, 60_000, 60_000]);
  });

  it('earn nothing from an open pause on', () => {
    expect(
      plannedPeriods({ ...row, pauses: [{ from: day('2026-11-15'), until: null }] }, NOTHING_DECIDED).map(each => each.fullFen),
    ).toEqual([60_000, 0, 0, 0]);
  });

  it('end with the last day of duty, and are none when that lies before the first', () => {
    expect(plannedPeriods({ ...row, last_on: day('2026-11-24') }, NOTHING_DECIDED).map(each => each.to)).toEqual([
      '2026-11-14',
      '2026-11-24',
    ]);
    expect(plannedPeriods({ ...row, last_on: day('2026-08-14') }, NOTHING_DECIDED)).toEqual([]);
  });
});
