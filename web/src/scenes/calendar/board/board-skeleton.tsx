import { Bone, Skeleton } from "../../../ui/skeleton.tsx";

const columns = [
  ["mt-16 h-28", "mt-10 h-24"],
  ["mt-32 h-28", "mt-24 h-20"],
];

export const BoardSkeleton = () => (
  <Skeleton className="grid min-h-0 flex-1 grid-cols-2 gap-4 overflow-hidden px-16 pt-11">
    {columns.map((blocks) => (
      <div key={blocks.join()}>
        {blocks.map((look) => (
          <Bone key={look} className={`w-full ${look}`} />
        ))}
      </div>
    ))}
  </Skeleton>
);
