/** Words that matter enough to be recognised when they are misspelt; five letters or more. */
export const mendable: readonly string[] = [];

/** Real words one slip away from a word above; they are meant as written. */
export const realNeighbours: readonly string[] = [];
