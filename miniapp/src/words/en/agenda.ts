import type { agenda as zhCN } from '../zh-CN/agenda.ts';

export const agenda: typeof zhCN = {
  callGuardian: 'Telephone the guardian',
  askAboutEach: 'Ask about everybody this family looks after, in one call.',
  seeReport: 'See what was reported first',
  noNumber: (name: string) => `${name} (no number registered)`,
  callTo: (name: string) => `Call ${name}`,
  callFamily: (name: string) => `Call ${name} of this family`,
  noGuardian: 'No guardian is registered',
  noGuardianSub: 'Please ask the village lead',
  howDidItGo: 'The call is over; how did it go?',
  reached: 'Reached',
  unanswered: 'Nobody answered',
  callOutcome: 'Outcome of a call',
  notNeededAnyMore: 'It is in the file; no more calls are needed',
  callDone: 'Noted, this is done',
  callAgain: 'Noted; call again in a while',
  leftSafely: (name: string) => `${name} has said that all is well; nobody need look any more.`,
  signedInUntil: (at: string, until: string) => `Signed in ${at}, to say that all is well by ${until}`,
};
