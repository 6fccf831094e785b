import { Bone, Skeleton } from "../../ui/skeleton.tsx";

export const LeadsSkeleton = () => (
  <Skeleton>
    {["w-40", "w-52", "w-36", "w-48", "w-44", "w-32"].map((width) => (
      <div key={width} className="flex h-16 items-center justify-between border-b px-5">
        <div className="flex flex-col gap-2">
          <Bone className={`h-3 ${width}`} />
          <Bone className="h-3 w-64" />
        </div>
        <Bone className="h-5 w-20" />
      </div>
    ))}
  </Skeleton>
);
