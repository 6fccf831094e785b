import { useSession } from "../session.ts";
import { LineStatus } from "./line-status.tsx";

/** Whose line this is, and how it is. */
export function BusinessHead() {
  const { tenant } = useSession();
  return (
    <div className="px-3 pt-3 pb-2 max-xl:px-2 max-xl:text-center">
      <p className="truncate text-reading font-semibold max-xl:sr-only" title={tenant.business_name}>
        {tenant.business_name}
      </p>
      <LineStatus />
    </div>
  );
}
