import { infiniteQueryOptions } from "@tanstack/react-query";

interface Page<Row> {
  data: Row[];
  next_cursor: string | null;
}

export const PAGE_ROWS = 50;

/** A list that is read page by page. `read` asks for the page at a cursor. */
export const pagesQuery = <Row>(key: readonly unknown[], read: (cursor: string | undefined) => Promise<Page<Row>>) =>
  infiniteQueryOptions({
    queryKey: key,
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    select: ({ pages }) => pages.flatMap((page) => page.data),
  });
