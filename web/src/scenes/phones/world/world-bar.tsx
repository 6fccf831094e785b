import { ClockControls } from "./clock-controls.tsx";
import { FaultSwitches } from "./fault-switches.tsx";

/** What one can do to the simulated world: move its time, and make the carrier misbehave. */
export const WorldBar = () => (
  <div className="flex shrink-0 items-center justify-between gap-x-8 gap-y-2 max-xl:flex-col max-xl:items-stretch border-b bg-surface px-4 py-2 lg:px-6">
    <ClockControls />
    <FaultSwitches />
  </div>
);
