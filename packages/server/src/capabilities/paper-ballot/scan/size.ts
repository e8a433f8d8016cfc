// How large a picture of a sheet may come, and how large it is kept.

/** Of the longer side: A4 at 240 dots to the inch. */
export const LONGEST = 2800

/** Beyond every camera and scanner of an office: what claims to be larger is not opened. */
export const MOST_POINTS = 120_000_000
