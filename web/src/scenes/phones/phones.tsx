import { useState } from "react";
import { PageHeader } from "../../shell/frame/page-header.tsx";
import { nationalPhone } from "../../ui/format/phone.ts";
import { Select } from "../../ui/input.tsx";
import { useUiLanguage } from "../../ui/language.tsx";
import { Bone, Skeleton } from "../../ui/skeleton.tsx";
import { LiveStory } from "./live-story.tsx";
import { Phone } from "./phone.tsx";
import type { Handset } from "./simulator-api.ts";
import { useWorld } from "./use-world.ts";
import { phonesWords } from "./words.ts";
import { WorldBar } from "./world-bar.tsx";

/** The demo's business number comes first at the simulated carrier, its owner's mobile first among the handsets. */
const OWNER_INDEX = 0;

/** Two phones side by side, the customer's and the owner's; between them the story of the call, being written. */
export function Phones() {
  const { locale } = useUiLanguage();
  const words = phonesWords(locale);
  const { handsets, clock, faults, numbers } = useWorld();
  const [chosen, setChosen] = useState<string>();
  if (!handsets.data || !clock.data || !numbers.data) return <PhonesSkeleton />;

  const business = numbers.data[0]?.phoneNumber ?? "";
  const owner = handsets.data[OWNER_INDEX];
  const customers = handsets.data.filter(
    (handset) => handset.number !== owner?.number && handset.number.startsWith(business.slice(0, 5)),
  );
  const customer = customers.find((handset) => handset.number === chosen) ?? freshest(customers);
  if (!owner || !customer) return <PhonesSkeleton />;
  const nameOf = (number: string) =>
    number === business
      ? "Rivera Plumbing"
      : (handsets.data.find((handset) => handset.number === number)?.name ?? nationalPhone(number));

  return (
    <div className="h-full overflow-y-auto">
      <PageHeader title={words.title} />
      <div className="mx-auto flex w-full max-w-350 flex-col gap-4 p-4 md:p-6">
        <p className="max-w-150 text-reading text-ink-soft">{words.lead}</p>
        <WorldBar clock={clock.data} faults={faults.data} words={words} />
        <label className="flex w-fit items-center gap-2 text-base text-ink-soft">
          {words.chooseCustomer}
          <Select value={customer.number} onChange={(event) => setChosen(event.target.value)} className="w-auto">
            {customers.map((handset) => (
              <option key={handset.number} value={handset.number}>
                {handset.name}
              </option>
            ))}
          </Select>
        </label>
        <div className="flex flex-col items-center gap-6 lg:flex-row lg:items-start">
          <Phone
            role={words.customer}
            handset={customer}
            peer={business}
            peerName={nameOf(business)}
            now={clock.data.now}
            empty={words.noMessages}
            words={words}
            nameOf={nameOf}
          />
          <LiveStory customer={customer.number} words={words} />
          <Phone
            role={words.owner}
            handset={owner}
            peer={business}
            peerName={nameOf(business)}
            now={clock.data.now}
            empty={words.noMessagesOwner}
            words={words}
            nameOf={nameOf}
          />
        </div>
      </div>
    </div>
  );
}

/** A newcomer begins with a customer who has not called yet. */
function freshest(customers: readonly Handset[]): Handset | undefined {
  return customers.find((handset) => handset.texts.length === 0) ?? customers[0];
}

function PhonesSkeleton() {
  return (
    <Skeleton className="mx-auto flex w-full max-w-350 flex-col gap-4 p-6">
      <Bone className="h-6 w-40" />
      <Bone className="h-14 w-full" />
      <div className="flex justify-between gap-6">
        <Bone className="h-152 w-88 rounded-[40px]" />
        <Bone className="h-152 flex-1" />
        <Bone className="h-152 w-88 rounded-[40px]" />
      </div>
    </Skeleton>
  );
}
