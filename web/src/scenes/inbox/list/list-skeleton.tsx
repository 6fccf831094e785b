import { Bone, Skeleton } from "../../../ui/skeleton.tsx";

export const ListSkeleton = () => (
  <Skeleton>
    {["w-32", "w-44", "w-28", "w-40", "w-36", "w-24"].map((width) => (
      <div key={width} className="flex h-21 gap-3 border-b px-4 py-2.5">
        <Bone className="size-8 shrink-0 rounded-full" />
        <div className="flex flex-1 flex-col gap-2 pt-1">
          <Bone className={`h-3 ${width}`} />
          <Bone className="h-3 w-full" />
          <Bone className="h-3 w-16" />
        </div>
      </div>
    ))}
  </Skeleton>
);
