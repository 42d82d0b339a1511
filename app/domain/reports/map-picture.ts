/** Figures of communes put together as the areas of a map. Pure. */
import { rateTenths } from "../tallies/rules.ts";
import type { UnitMap } from "../units/map-queries.ts";
import type { CampaignFigures } from "./schema.ts";

export type MapBy = "met" | "rate";

export type MapArea = {
	/** Ids of its communes, commas between them: what the list behind it is narrowed to. */
	ids: string;
	name: string;
	communes: string[];
	/** Schools that are safe (or returned), of those that returned (or are recipients). */
	part: number;
	whole: number;
	rate: number | null;
	/** In the map's own units; null where no border is known. */
	outline: { d: string; x: number; y: number; room: number } | null;
};

export type MapPicture = { by: MapBy; size: { width: number; height: number } | null; areas: MapArea[] };

type Commune = { id: string; name: string; figures: CampaignFigures };

/** Each commune stands in exactly one area: that of the map which names it, or one of its own. */
export function mapPicture(communes: readonly Commune[], map: UnitMap | null, by: MapBy): MapPicture {
	const byId = new Map(communes.map((commune) => [commune.id, commune]));
	const areas: MapArea[] = [];
	for (const { name, unitIds, ...outline } of map?.areas ?? []) {
		const own = unitIds.flatMap((id) => byId.get(id) ?? []);
		for (const { id } of own) byId.delete(id);
		if (own.length > 0) areas.push(areaOf(own, own.length === 1 ? (own[0]?.name ?? name) : name, outline, by));
	}
	const bare = [...byId.values()].map((commune) => areaOf([commune], commune.name, null, by));
	return {
		by,
		size: areas.length > 0 && map ? { width: map.width, height: map.height } : null,
		areas: [...areas, ...bare],
	};
}

function areaOf(own: readonly Commune[], name: string, outline: MapArea["outline"], by: MapBy): MapArea {
	const sum = (of: (figures: CampaignFigures) => number) => own.reduce((total, { figures }) => total + of(figures), 0);
	const reported = sum((figures) => figures.reported);
	const [part, whole] =
		by === "met"
			? [sum((figures) => figures.verdicts.met), reported]
			: [reported, sum((figures) => figures.recipients)];
	return {
		ids: own.map(({ id }) => id).join(","),
		name,
		communes: own.map((commune) => commune.name),
		part,
		whole,
		rate: rateTenths(part, whole),
		outline,
	};
}
