import { inShanghai, SimulatorClock } from './clock.ts';

describe('the platform clock', () => {
  it('advances, runs faster and never jumps when its speed changes', () => {
    let real = 1_000_000;
    const clock = new SimulatorClock({ offsetMilliseconds: 0, speed: 1 }, () => real);
    clock.advance(500);
    expect(clock.now()).toBe(1_000_500);
    clock.setSpeed(10);
    expect(clock.now()).toBe(1_000_500);
    real += 100;
    expect(clock.now()).toBe(1_001_500);
    clock.setSpeed(1);
    real += 100;
    expect(clock.now()).toBe(1_001_600);
    expect(new SimulatorClock(clock.setting(), () => real).now()).toBe(1_001_600);
  });

  it('writes China time with and without milliseconds', () => {
    const at = Date.UTC(2026, 0, 1, 16, 0, 0, 7);
    expect(inShanghai(at)).toBe('2026-01-02T00:00:00+08:00');
    expect(inShanghai(at, true)).toBe('2026-01-02T00:00:00.007+08:00');
  });
});
