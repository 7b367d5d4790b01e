/** How many cities one ranking may name. */
export const longestRanking = 500;
