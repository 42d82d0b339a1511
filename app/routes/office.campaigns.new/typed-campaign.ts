import type { CampaignPage } from "#app/domain/campaigns/queries.ts";
import type { LatePolicy } from "#app/domain/campaigns/schema.ts";
import { type SchoolFilter, schoolFilter } from "#app/domain/units/schema.ts";

/** Names in the form that hold several values. */
export const lists = ["taskIds", "kinds", "communes", "ownerships", "managers"] as const;

/** The form of a campaign as it was typed: what is drawn again when something stood in the way. */
export type TypedCampaign = Record<(typeof lists)[number], string[]> & {
	title: string;
	versionId: string;
	opensOn: string;
	dueOn: string;
	late: LatePolicy;
	instruction: string;
	/** A file kept at an earlier attempt, or the draft's own; "" for none. */
	fileId: string;
};

/** A campaign nobody has typed anything of: it opens today, and late returns are taken and marked. */
export function emptyCampaign(over: Partial<TypedCampaign>): TypedCampaign {
	return {
		taskIds: [],
		kinds: [],
		communes: [],
		ownerships: [],
		managers: [],
		title: "",
		versionId: "",
		opensOn: "",
		dueOn: "",
		late: "mark",
		instruction: "",
		fileId: "",
		...over,
	};
}

/** A draft as its form shows it. */
export function campaignAsTyped(draft: CampaignPage): TypedCampaign {
	return {
		...draft.filter,
		taskIds: draft.tasks.map((task) => task.id),
		title: draft.title,
		versionId: draft.version.id,
		opensOn: draft.opensOn,
		dueOn: draft.dueOn,
		late: draft.late,
		instruction: draft.instruction,
		fileId: draft.file?.id ?? "",
	};
}

/** The posted fields as the form's own shape. */
export function typedCampaign(fields: Record<string, string | string[]>): TypedCampaign {
	const text = (name: string) => {
		const value = fields[name];
		return typeof value === "string" ? value : "";
	};
	const list = (name: string) => {
		const value = fields[name];
		return Array.isArray(value) ? value : [];
	};
	return {
		taskIds: list("taskIds"),
		kinds: list("kinds"),
		communes: list("communes"),
		ownerships: list("ownerships"),
		managers: list("managers"),
		title: text("title"),
		versionId: text("versionId"),
		opensOn: text("opensOn"),
		dueOn: text("dueOn"),
		late: text("late") === "refuse" ? "refuse" : "mark",
		instruction: text("instruction"),
		fileId: text("fileId"),
	};
}

/** The choice of recipients in what was typed; null when it names something that cannot be. */
export function filterOf(typed: TypedCampaign): SchoolFilter | null {
	return schoolFilter.safeParse(typed).data ?? null;
}
