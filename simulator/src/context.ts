import type { SimulatorConfiguration } from './configuration.ts';
import type { Faults } from './faults/faults.ts';
import type { SimulatorClock } from './kernel/clock.ts';
import type { World } from './world.ts';

/** What every part of the simulator works on. */
export interface Context {
  configuration: SimulatorConfiguration;
  world: World;
  clock: SimulatorClock;
  faults: Faults;
  /** Aborted when the simulator closes. */
  closing: AbortSignal;
}
