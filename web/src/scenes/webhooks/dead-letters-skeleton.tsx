import { Bone, Skeleton } from "../../ui/skeleton.tsx";

export const DeadLettersSkeleton = () => (
  <Skeleton>
    {["w-40", "w-56", "w-48"].map((width) => (
      <div key={width} className="flex flex-col gap-2 border-b px-5 py-4">
        <Bone className={`h-3 ${width}`} />
        <Bone className="h-3 w-72" />
        <Bone className="h-3 w-32" />
      </div>
    ))}
  </Skeleton>
);
