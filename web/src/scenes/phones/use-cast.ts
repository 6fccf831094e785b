import { useMutation, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { phoneLinesQuery } from "../../api/settings.ts";
import { changeHandset, type Handset, handsetsQuery } from "../../api/simulator.ts";
import { useSession } from "../../shell/session.ts";

/** Somebody whom the business has never heard of; the number lies in the range kept for fiction. */
const NEWCOMER = { number: "+15125550190", name: "Sam Porter" };

export interface Named {
  number: string;
  name: string;
}

/** Who plays: the business's number, the owner whose phone rings, and the customer, whom one can choose. */
export function useCast() {
  const { tenant } = useSession();
  const { data: lines } = useQuery(phoneLinesQuery);
  const { data: handsets } = useQuery(handsetsQuery);
  const [customer, setCustomer] = useState(NEWCOMER.number);
  const line = lines?.data[0];
  const owners = new Set(lines?.data.flatMap(({ forward_to }) => forward_to));
  const isKnown = handsets?.data.some(({ number }) => number === customer) ?? false;
  const { mutate: enrol, data: enrolled } = useMutation({
    mutationFn: () => changeHandset(NEWCOMER.number, { name: NEWCOMER.name }),
  });
  useEffect(() => {
    if (handsets && !handsets.data.some(({ number }) => number === NEWCOMER.number)) enrol();
  }, [handsets, enrol]);
  return {
    customer: isKnown || enrolled ? customer : undefined,
    chooseCustomer: setCustomer,
    customers: customersOf(handsets?.data ?? [], owners),
    owner: line?.forward_to[0],
    businessContact: line ? [{ number: line.phone_number, name: tenant.business_name }] : [],
  };
}

export type Cast = ReturnType<typeof useCast>;

/** Everybody but the people whom the business's numbers ring; the newcomer first. */
function customersOf(handsets: readonly Handset[], owners: ReadonlySet<string>): Named[] {
  const others = handsets.filter(({ number }) => !owners.has(number) && number !== NEWCOMER.number);
  return [NEWCOMER, ...others.toSorted((one, other) => one.name.localeCompare(other.name))];
}
