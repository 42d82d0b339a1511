import type { Picture } from "#app/domain/reports/pictures.ts";
import { CommuneMap } from "./commune-map.tsx";
import { CriteriaBars } from "./criteria-bars.tsx";
import { DayLine } from "./day-line.tsx";
import { HeatGrid } from "./heat-grid.tsx";
import { KindBars } from "./kind-bars.tsx";
import type { Frame } from "./marks.tsx";
import { RoundShifts } from "./round-shifts.tsx";

/** What a drawing must know of its campaign. */
export type About = { id: string; dueOn: string; recipients: number; rated: boolean; inspect: boolean; today: string };

/** Any picture of a campaign, drawn to a width. */
export function PictureDrawing({ picture, about, ...frame }: Frame & { picture: Picture; about: About }) {
	const base = `/office/campaigns/${about.id}`;
	switch (picture.kind) {
		case "map":
			return <CommuneMap {...frame} map={picture.map} base={base} />;
		case "days":
			return (
				<DayLine
					{...frame}
					days={picture.days}
					today={about.today}
					dueOn={about.dueOn}
					recipients={about.recipients}
					base={base}
				/>
			);
		case "kinds":
			return <KindBars {...frame} rows={picture.rows} rated={about.rated} base={base} />;
		case "criteria":
			return <CriteriaBars {...frame} rows={picture.rows} base={base} />;
		case "heat":
			return <HeatGrid {...frame} heat={picture.heat} inspect={about.inspect} />;
		case "rounds":
			return <RoundShifts {...frame} pair={picture.pair} rated={about.rated} base={base} />;
	}
}
