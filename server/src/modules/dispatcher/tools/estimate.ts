import type { Settings } from "#tenants";
import type { Estimate } from "../policy/world.ts";

export type Rates = Pick<
  Settings,
  | "base_hourly_rate"
  | "minimum_charge"
  | "travel_fee_enabled"
  | "travel_fee_per_mile"
  | "diagnostic_fee"
  | "currency"
  | "emergency_multiplier_evening"
  | "emergency_multiplier_night"
  | "emergency_multiplier_weekend"
>;

/** When the visit is, as the rates see it. */
export type RateTime = "normal" | "evening" | "night" | "weekend";

/**
 * What a job may cost, in whole currency units:
 * max(minimum charge, hourly rate x hours) x factor of the hour + travel fee x miles.
 */
export function estimate(
  rates: Rates,
  job: { hours: { low: number; high: number }; miles: number | null; when: RateTime },
): Estimate {
  const factor = factorOf(rates, job.when);
  const travel = rates.travel_fee_enabled && job.miles !== null ? Number(rates.travel_fee_per_mile) * job.miles : 0;
  const cost = (hours: number) =>
    Math.round(Math.max(Number(rates.minimum_charge), Number(rates.base_hourly_rate) * hours) * factor + travel);
  return {
    low: cost(job.hours.low),
    high: Math.max(cost(job.hours.high), cost(job.hours.low)),
    diagnosticFee: Math.round(Number(rates.diagnostic_fee)),
    currency: rates.currency,
    factor,
    formula: `max(${rates.minimum_charge}, ${rates.base_hourly_rate}/h x ${job.hours.low} to ${job.hours.high} h) x ${factor} + travel ${travel.toFixed(2)}`,
  };
}

function factorOf(rates: Rates, when: RateTime): number {
  if (when === "evening") return Number(rates.emergency_multiplier_evening);
  if (when === "night") return Number(rates.emergency_multiplier_night);
  if (when === "weekend") return Number(rates.emergency_multiplier_weekend);
  return 1;
}
