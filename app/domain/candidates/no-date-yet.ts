/** Stands for the day from which somebody may work, while nobody knows it; see `MatchProfile.mayWorkFrom`. */
export const NO_DATE_YET = '9999-12-31'
