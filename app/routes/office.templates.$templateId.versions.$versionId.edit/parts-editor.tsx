import { MOST } from "#app/domain/authoring/draft-schema.ts";
import type { DraftPart } from "#app/domain/authoring/edit-schema.ts";
import { partEdits } from "#app/domain/authoring/part-edits.ts";
import type { Definition } from "#app/domain/forms/schema.ts";
import { partsWords } from "#app/i18n/authoring-parts.ts";
import { FigureCard, freshFigure, wholeFigure } from "#app/ui/authoring/figure-card.tsx";
import { freshLight, LightCard, wholeLight } from "#app/ui/authoring/light-card.tsx";
import { freshList, ListCard, wholeList } from "#app/ui/authoring/list-card.tsx";
import { PartList } from "#app/ui/authoring/part-list.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { useBuilderParts } from "./builder-context.ts";

/** What the office draws from returns: the columns of its roll-up, its lights or its lists. */
export function PartsEditor({ part }: { part: "figures" | "lights" | "lists" }) {
	const { draft, actions } = useBuilderParts();
	const t = useWords(partsWords);
	const { definition } = draft;
	const change =
		<P extends DraftPart>(name: P) =>
		(next: Definition[P]) =>
			actions.perform(partEdits(name, actions.now().definition[name], next));
	switch (part) {
		case "figures":
			return (
				<PartList
					key={part}
					part="figure"
					words={t.figures}
					stem="so"
					most={MOST.figures}
					definition={definition}
					value={definition.figures}
					onChange={change("figures")}
					fresh={freshFigure}
					wholeOf={wholeFigure}
					card={(props) => <FigureCard {...props} />}
				/>
			);
		case "lights":
			return (
				<PartList
					key={part}
					part="light"
					words={t.lights}
					stem="den"
					most={MOST.lights}
					definition={definition}
					value={definition.lights}
					onChange={change("lights")}
					fresh={freshLight}
					wholeOf={wholeLight}
					card={(props) => <LightCard {...props} />}
				/>
			);
		case "lists":
			return (
				<PartList
					key={part}
					part="list"
					words={t.lists}
					stem="ds"
					most={MOST.lists}
					definition={definition}
					value={definition.lists}
					onChange={change("lists")}
					fresh={freshList}
					wholeOf={wholeList}
					card={(props) => <ListCard {...props} />}
				/>
			);
	}
}
