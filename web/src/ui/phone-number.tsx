import { nationalPhone } from "./format/phone.ts";

/** A phone number as people write it; figures that stand under each other. */
export const PhoneNumber = ({ phone, className = "" }: { phone: string; className?: string }) => (
  <span className={`tabular whitespace-nowrap ${className}`}>{nationalPhone(phone)}</span>
);
