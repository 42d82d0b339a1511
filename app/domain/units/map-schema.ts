/** One area of a map, laid out to be drawn. Pure. */
export type MapOutline = {
	name: string;
	/** Official codes of the units it shows: more than one where former communes were joined. */
	codes: string[];
	/** SVG path in whole units of the map. */
	d: string;
	/** Where its name stands, and how wide the place is there. */
	x: number;
	y: number;
	room: number;
};

/** What was read from a file of borders. */
export type Borders = { width: number; height: number; outlines: MapOutline[] };
