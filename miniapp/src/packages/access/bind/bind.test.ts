import { invitationFrom, missing } from './bind.ts';

describe('an invitation', () => {
  it('is read from the picture with its county, or from what was typed', () => {
    expect(invitationFrom('guanhu:invitation:7:ACDE3467')).toEqual({ typed: 'ACDE3467', countyId: 7 });
    expect(invitationFrom('acde-3467')).toEqual({ typed: 'ACDE3467' });
  });
  it('is not a desk ticket, nor somebody else’s picture', () => {
    expect(invitationFrom('guanhu:ticket:ACDE3467')).toBeUndefined();
    expect(invitationFrom('https://example.com')).toBeUndefined();
  });
});

describe('before the phone number is asked', () => {
  it('the code is whole and the person has agreed', () => {
    expect(missing(true, { typed: 'ACDE' })).toContain('邀请码');
    expect(missing(false, { typed: 'ACDE 3467' })).toContain('同意');
    expect(missing(true, { typed: 'ACDE 3467' })).toBeUndefined();
  });
});
