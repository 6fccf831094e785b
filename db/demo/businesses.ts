import { MILE_HIGH_CUSTOMERS, RIVERA_CUSTOMERS } from "./customers.ts";
import { MILE_HIGH_SCENES, RIVERA_SCENES } from "./scenes.ts";

/** The demo's businesses: one that lives, and a second one that must never see it. */
const weekday = { open: "08:00", close: "18:00" };

const RIVERA_PLUMBING = {
  id: "01980000-0000-7000-8000-000000000001",
  business: {
    business_name: "Rivera Plumbing",
    business_address: "2110 S Lamar Blvd, Austin, TX 78704",
    business_zip: "78704",
    business_phone: "+15125550100",
    business_email: "hello@rivera.example",
    trade_type: "plumbing" as const,
    timezone: "America/Chicago",
    service_radius_miles: 25,
  },
  settings: {
    business_hours: {
      monday: weekday,
      tuesday: weekday,
      wednesday: weekday,
      thursday: weekday,
      friday: weekday,
      saturday: { open: "09:00", close: "14:00" },
      sunday: null,
    },
    holidays: [
      { date: "2026-11-26", name: "Thanksgiving" },
      { date: "2026-12-25", name: "Christmas" },
      { date: "2027-01-01", name: "New Year's Day" },
    ],
    emergency_service_enabled: true,
    emergency_after_hours: false,
    emergency_phone: "+15125550101",
  },
  city: "Austin",
  state: "TX",
  phoneNumber: "+15125550100",
  ownerPhone: "+15125550101",
  ownerName: "Elena Rivera",
  resources: ["Luis Ortega", "Priya Natarajan"],
  owner: "owner@rivera.example",
  technician: "luis@rivera.example",
  people: [
    {
      email: "owner@rivera.example",
      firstName: "Elena",
      lastName: "Rivera",
      role: "owner" as const,
      password: "call-me-back-1",
      phone: "+15125550101",
    },
    {
      email: "office@rivera.example",
      firstName: "Marcus",
      lastName: "Chen",
      role: "operator" as const,
      password: "call-me-back-2",
    },
    {
      email: "luis@rivera.example",
      firstName: "Luis",
      lastName: "Ortega",
      role: "user" as const,
      password: "call-me-back-3",
    },
    {
      email: "books@rivera.example",
      firstName: "Anneliese",
      lastName: "Featherstonehaugh-Okonkwo",
      role: "viewer" as const,
      password: "call-me-back-4",
    },
  ],
  excluded: [{ phone: "+15125550109", reason: "family" as const, name: "Sofía Rivera (sister)" }],
  customers: RIVERA_CUSTOMERS,
  scenes: RIVERA_SCENES,
};

const MILE_HIGH_LOCKSMITH = {
  id: "01980000-0000-7000-8000-000000000002",
  business: {
    business_name: "Mile High Locksmith",
    business_address: "1550 Larimer St, Denver, CO 80202",
    business_zip: "80202",
    business_phone: "+13035550150",
    business_email: "hello@milehigh.example",
    trade_type: "locksmith" as const,
    timezone: "America/Denver",
    service_radius_miles: 20,
  },
  settings: {},
  city: "Denver",
  state: "CO",
  phoneNumber: "+13035550150",
  ownerPhone: "+13035550151",
  ownerName: "Jonah Whitaker",
  resources: ["Van 1"],
  owner: "owner@milehigh.example",
  technician: "owner@milehigh.example",
  people: [
    {
      email: "owner@milehigh.example",
      firstName: "Jonah",
      lastName: "Whitaker",
      role: "owner" as const,
      password: "call-me-back-5",
      phone: "+13035550151",
    },
  ],
  excluded: [],
  customers: MILE_HIGH_CUSTOMERS,
  scenes: MILE_HIGH_SCENES,
};

export const BUSINESSES = [RIVERA_PLUMBING, MILE_HIGH_LOCKSMITH];
export type DemoBusiness = (typeof BUSINESSES)[number];
