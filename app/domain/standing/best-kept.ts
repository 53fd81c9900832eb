/** How many people of one organisation stand for one opening: more than anybody would propose. */
export const BEST_KEPT = 50
