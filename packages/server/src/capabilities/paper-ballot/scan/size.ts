// How large a picture of a sheet may come, and how large it is kept.

/** Of the longer side: A4 at 240 dots to the inch. */
export const LONGEST = 2800

/** Beyond every camera and scanner of an office: what claims to be larger is not opened. */
export const MOST_POINTS = 120_000_000

/** In bytes, of the process that unpacks a PDF: enough for the largest picture, and for nothing that swells. */
export const MOST_MEMORY = 1536 * 1024 * 1024
