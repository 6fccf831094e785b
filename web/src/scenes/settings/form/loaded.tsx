import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { failureSentence } from "../../../shell/query-client.ts";
import { Failure } from "../../../ui/failure.tsx";
import { Bone, Skeleton } from "../../../ui/skeleton.tsx";

interface LoadedProps<Data> {
  query: UseQueryResult<Data>;
  children: (data: Data) => ReactNode;
}

/** A form appears only once it knows what it changes. */
export function Loaded<Data>({ query, children }: LoadedProps<Data>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <Failure onRetry={() => void query.refetch()}>{failureSentence(query.error)}</Failure>;
  return (
    <Skeleton className="flex max-w-140 flex-col gap-5 px-4 py-5 md:px-8">
      <Bone className="h-5 w-40" />
      {["w-24", "w-32", "w-28", "w-36"].map((width) => (
        <div key={width} className="flex flex-col gap-2">
          <Bone className={`h-3 ${width}`} />
          <Bone className="h-8 w-full" />
        </div>
      ))}
    </Skeleton>
  );
}
