import type { Settings } from "#tenants";
import type { RateTime } from "./rate-time.ts";

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

/** A price range in whole currency units, computed from the configured rates. */
export type Estimate = {
  low: number;
  high: number;
  /** What is asked for the visit besides. */
  diagnosticFee: number;
  currency: string;
  /** More than 1 outside opening hours. */
  factor: number;
  /** Travel is in the range, is added by the mile, or costs nothing. */
  travel: "included" | "by_the_mile" | "free";
  /** An exact decimal. */
  perMile: string;
  /** How it was computed, for the record and for "why?". */
  formula: string;
};

/** What is to be done where: hours of work, and miles to go if they are known. */
export type Job = { hours: { low: number; high: number }; miles: number | null };

/**
 * What a job may cost: max(minimum charge, hourly rate x hours) x factor of the hour + travel fee x miles. Travel is left
 * out while the place is unknown.
 */
export function estimate(rates: Rates, job: Job, when: RateTime): Estimate {
  const factor = factorOf(rates, when);
  const fee = rates.travel_fee_enabled ? Number(rates.travel_fee_per_mile) : 0;
  const travel = fee * (job.miles ?? 0);
  const cost = (hours: number) =>
    Math.round(Math.max(Number(rates.minimum_charge), Number(rates.base_hourly_rate) * hours) * factor + travel);
  return {
    low: cost(job.hours.low),
    high: cost(job.hours.high),
    diagnosticFee: Math.round(Number(rates.diagnostic_fee)),
    currency: rates.currency,
    factor,
    travel: fee === 0 ? "free" : job.miles === null ? "by_the_mile" : "included",
    perMile: rates.travel_fee_per_mile,
    formula: `max(${rates.minimum_charge}, ${rates.base_hourly_rate}/h x ${job.hours.low} to ${job.hours.high} h) x ${factor} + travel ${travel.toFixed(2)}`,
  };
}

function factorOf(rates: Rates, when: RateTime): number {
  switch (when) {
    case "evening":
      return Number(rates.emergency_multiplier_evening);
    case "night":
      return Number(rates.emergency_multiplier_night);
    case "weekend":
      return Number(rates.emergency_multiplier_weekend);
    case "normal":
      return 1;
  }
}
