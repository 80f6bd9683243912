/** The mark of the house, an open door, as an SVG path in a box of 36 × 36; the same on static, served and app pages. */
export const openDoor = 'M6 30V7h24v23M6 7l8.5 3.2v17L6 30M30 7l-8.5 3.2v17L30 30'
