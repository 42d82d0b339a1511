import type { EncodedPhoto } from "#app/domain/evidence/photo-commands.ts";
import { verdictItems } from "#app/domain/forms/criteria.ts";
import { newId } from "#app/domain/id.ts";
import { addPhoto } from "#app/domain/returns/photos.ts";
import { searchKey } from "#app/domain/text.ts";
import { encodePhoto } from "#app/platform/pictures/photo.ts";
import { pngOf } from "#app/platform/pictures/png.ts";
import { sceneSvg, scenes } from "./scenes.ts";
import type { At, Step, Story } from "./story.ts";

/** Of one round: enough to see them wherever one looks, and no more than a moment's work. */
const SCHOOLS_WITH_PHOTOS = 10;

const drawn = new Map<string, Promise<EncodedPhoto>>();

/** The scene as the server would keep it; each is drawn once. */
function sceneFor(text: string, close: boolean): Promise<EncodedPhoto> {
	const drawing = (scenes.find(({ fits }) => fits.test(text)) ?? scenes.at(-1))?.drawing ?? "";
	const svg = sceneSvg(drawing, close);
	const found = drawn.get(svg) ?? pngOf(svg).then(encodePhoto);
	drawn.set(svg, found);
	return found;
}

/** Some schools of a round photograph two things that they do not meet, right after they began. */
export function photoSteps(stories: readonly Story[], as: At): Step[] {
	const telling = stories.filter(
		({ ending, definition, answers }) => ending !== "not_started" && unmetItems({ definition, answers }).length > 0,
	);
	return telling.slice(0, SCHOOLS_WITH_PHOTOS).map((story) => ({
		at: story.times.begun,
		run: async () => {
			const { head, returnId, times } = story;
			for (const [at, { code, text }] of unmetItems(story).slice(0, 2).entries()) {
				for (let n = 0; n <= (at === 0 ? 1 : 0); n += 1) {
					const scene = await sceneFor(searchKey(text.vi), n > 0);
					const photo = { id: newId(), item: code, row: "", takenAt: times.begun, bytes: scene.image };
					await addPhoto(as(head, times.begun), returnId, photo, async () => scene);
				}
			}
		},
	}));
}

function unmetItems({ definition, answers }: Pick<Story, "definition" | "answers">) {
	return verdictItems(definition).filter(({ code }) => answers[code]?.value === "unmet");
}
