// Photos: how many may be handed in at once, and how large each may be, wherever they are counted.

export const MOST_PHOTOS = 6

/** 10 MiB: more than a phone's camera makes of one picture. */
export const PHOTO_BYTES = 10 * 1024 * 1024
