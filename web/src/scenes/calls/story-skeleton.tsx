import { Bone, Skeleton } from "../../ui/skeleton.tsx";

export const StorySkeleton = () => (
  <Skeleton>
    {["w-40", "w-56", "w-48", "w-64", "w-44"].map((width) => (
      <div key={width} className="mb-5 grid grid-cols-[52px_20px_1fr] gap-x-2">
        <Bone className="mt-1 ml-auto h-3 w-9" />
        <Bone className="size-5 rounded-full" />
        <div className="flex flex-col gap-2 pt-1">
          <Bone className={`h-3 ${width}`} />
          <Bone className="h-3 w-full" />
        </div>
      </div>
    ))}
  </Skeleton>
);
