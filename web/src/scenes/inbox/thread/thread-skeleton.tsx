import { Bone, Skeleton } from "../../../ui/skeleton.tsx";

const bubbles = [
  { id: 1, look: "w-56 self-start" },
  { id: 2, look: "w-72 self-end" },
  { id: 3, look: "w-40 self-start" },
  { id: 4, look: "w-64 self-end" },
];

export const TimelineSkeleton = () => (
  <Skeleton className="mx-auto flex min-h-0 w-full max-w-180 flex-1 flex-col justify-end gap-4 px-5 py-4">
    {bubbles.map(({ id, look }) => (
      <Bone key={id} className={`h-10 rounded-bubble ${look}`} />
    ))}
  </Skeleton>
);

export const ThreadSkeleton = () => (
  <div className="flex min-w-0 flex-1 flex-col">
    <div className="flex h-14 items-center gap-3 border-b px-4">
      <Bone className="size-8 rounded-full" />
      <Bone className="h-3 w-40" />
    </div>
    <TimelineSkeleton />
    <div className="h-32 border-t" />
  </div>
);
