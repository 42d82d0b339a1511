import { z } from "zod";
import { askedGroup, type OpeningInput, openingForm, voiceGroup } from "#app/domain/conduct/schema.ts";

const people = askedGroup.shape.people;

/** The form that opens a consultation, with names of its own for the number of people of each group. */
export const openingFields = z.object({
	closesOn: openingForm.shape.closesOn,
	groups: z.array(voiceGroup).min(1).max(3),
	staffPeople: people,
	parentsPeople: people,
	pupilsPeople: people,
	changeNote: openingForm.shape.changeNote,
});

export function openingOf(fields: z.output<typeof openingFields>): OpeningInput {
	const { closesOn, changeNote, groups } = fields;
	return { closesOn, changeNote, groups: groups.map((group) => ({ group, people: fields[`${group}People`] })) };
}

/** What was typed into any form of the page, to be drawn again. */
export function typedConsult(fields: Record<string, string | string[]>) {
	const text = (name: string) => (typeof fields[name] === "string" ? fields[name] : "");
	return {
		intent: text("intent"),
		closesOn: text("closesOn"),
		groups: [fields.groups ?? []].flat(),
		staffPeople: text("staffPeople"),
		parentsPeople: text("parentsPeople"),
		pupilsPeople: text("pupilsPeople"),
		changeNote: text("changeNote"),
		seed: text("seed"),
		group: text("group"),
		label: text("label"),
		count: text("count"),
		id: text("id"),
		heldOn: text("heldOn"),
		present: text("present"),
		agreed: text("agreed"),
		fileId: text("fileId"),
	};
}

export type TypedConsult = ReturnType<typeof typedConsult>;
