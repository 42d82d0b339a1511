import type { Role } from "#app/domain/ctx.ts";
import type { Site } from "../../../scripts/demo-site/site.ts";
import { openSchools } from "../../../scripts/seed/accounts.ts";

/** A page as somebody opens it: the line of `app/routes.ts` it belongs to, whose eyes, which address. */
export type PageCase = { route: string; as: Role | null; school?: string; path: string };

type Found = { id: string };

/** Every page of the app, on the demo district, opened by somebody whom it is for; busy states of a page as cases of their own. */
export function everyPage(site: Site): PageCase[] {
	const first = (sql: string): string => {
		const [row] = site.rows<Found>(sql);
		if (!row) throw new Error(`the demo district has nothing for: ${sql}`);
		return row.id;
	};
	const directive = first("select id from directive where number = '566-CV/HU'");
	const open = first(`select id from campaign c where state = 'issued'
		and (select v.conduct from template_version v where v.id = c.version_id) is null order by recipients desc, id`);
	const closed = first("select id from campaign where state = 'closed'");
	const cameras = first(`select c.id from campaign c join template_version v on v.id = c.version_id
		join template t on t.id = v.template_id where t.code = 'BK-CAMERA'`);
	const counted = first(
		`select return_id as id from recipient where campaign_id = '${cameras}' and state = 'submitted' order by code`,
	);
	const code = first(`select c.id from campaign c join template_version v on v.id = c.version_id
		join template t on t.id = v.template_id where t.kind = 'conduct' and c.state = 'issued'`);
	const codeTemplate = first("select id from template where kind = 'conduct'");
	const codeReturn = first(
		`select return_id as id from recipient where campaign_id = '${code}' and state = 'submitted' order by code`,
	);
	const publicReturn = first(
		`select return_id as id from public_result p join unit u on u.id = p.school_id where u.code = '${openSchools.half}'`,
	);
	const draft = first("select id from campaign where state = 'draft'");
	const report = first("select id from report");
	const template = first("select id from template where code like '%45%' or code like 'MN%' order by code");
	const [edited] = site.rows<{ id: string; template: string }>(
		"select id, template_id as template from template_version where state = 'draft'",
	);
	const before = first(
		`select id from template_version where state = 'published' and template_id = '${edited?.template}'`,
	);
	const writing = `/office/templates/${edited?.template}/versions/${edited?.id}/edit`;
	const school = first(`select id from unit where code = '${openSchools.half}'`);
	const person = first(`select person_id as id from membership where unit_id = '${school}' and role = 'principal'`);
	const inState = (state: string) =>
		first(`select return_id as id from recipient where campaign_id = '${open}' and state = '${state}' order by code`);
	const resubmitted = first("select id from \"return\" where round > 1 and state = 'submitted' order by id");
	const returnOf = (code: string) =>
		first(`select r.return_id as id from recipient r join campaign c on c.id = r.campaign_id
			where r.code = '${code}' and c.state = 'issued'
				and (select v.conduct from template_version v where v.id = c.version_id) is null order by c.issued_at limit 1`);
	const section = (code: string) => {
		const [row] = site.rows<{ definition: string }>(
			`select v.definition from recipient r join campaign c on c.id = r.campaign_id
				join template_version v on v.id = c.version_id where r.return_id = ?`,
			returnOf(code),
		);
		const { sections } = JSON.parse(row?.definition ?? "{}") as { sections: { code: string }[] };
		return sections.map(
			({ code }) => `/school/returns/${returnOf(openSchools.half)}/sections/${encodeURIComponent(code)}`,
		);
	};

	const signedAt = (code: string) => {
		const [row] = site.rows<{ school: string; version: string }>(
			`select v.school_id as school, v.id as version from conduct_version v join unit u on u.id = v.school_id
				where u.code = ? and v.state = 'published'`,
			code,
		);
		return `/me/conduct/signed/${row?.school}/${row?.version}`;
	};

	const codeOf = (code: string) =>
		first(
			`select v.id from conduct_version v join unit u on u.id = v.school_id where u.code = '${code}' order by number desc`,
		);

	const officer = (route: string, path = route): PageCase => ({ route, as: "officer", path });
	const admin = (route: string, path = route): PageCase => ({ route, as: "office_admin", path });
	const reader = (route: string, path = route): PageCase => ({ route, as: "reader", path });
	const head = (code: string, route: string, path = route): PageCase => ({
		route,
		as: "principal",
		school: code,
		path,
	});
	const { half, sentBack, notStarted, primary, group } = openSchools;
	const [firstSection = "", lastSection = ""] = [section(half).at(0), section(half).at(-1)];
	return [
		{ route: "/sign-in", as: null, path: "/sign-in" },
		{ route: "/sign-in", as: null, path: "/sign-in?next=%2Foffice%2Fcampaigns" },
		{ route: "/activate", as: null, path: "/activate" },
		{ route: "/*", as: null, path: "/khong-co-trang-nay" },
		{ route: "/*", as: "officer", path: "/office/campaigns/khong-co" },
		officer("/me"),
		head(half, "/me"),
		officer("/me/password"),

		officer("/office"),
		reader("/office"),
		officer("/office/directives"),
		officer("/office/directives/new"),
		officer("/office/directives/:directiveId", `/office/directives/${directive}`),
		officer("/office/units"),
		officer("/office/units", "/office/units?search=giao"),
		officer("/office/units", "/office/units?search=khong-co-truong-nao"),
		officer("/office/units/import"),
		officer("/office/units/:unitId", `/office/units/${school}`),
		admin("/office/people"),
		admin("/office/people/:personId", `/office/people/${person}`),
		officer("/office/people/slips"),
		officer("/office/templates"),
		admin("/office/templates/:templateId", `/office/templates/${template}`),
		admin("/office/templates/import"),
		admin("/office/templates/new"),
		admin("/office/templates/:templateId/versions/:versionId/edit", writing),
		admin("/office/templates/:templateId/versions/:versionId/edit", `${writing}?part=rule`),
		admin("/office/templates/:templateId/versions/:versionId/publish", writing.replace("/edit", "/publish")),
		officer(
			"/office/templates/:templateId/changes",
			`/office/templates/${edited?.template}/changes?from=${before}&to=${edited?.id}`,
		),
		admin("/office/templates/:templateId/versions/:versionId/edit", `${writing}?part=head`),
		officer("/office/templates/shared"),
		officer("/office/campaigns/:campaignId/version", `/office/campaigns/${open}/version`),
		officer("/office/campaigns"),
		officer("/office/campaigns/new"),
		officer("/office/campaigns/:campaignId", `/office/campaigns/${open}`),
		officer("/office/campaigns/:campaignId", `/office/campaigns/${closed}`),
		officer("/office/campaigns/:campaignId", `/office/campaigns/${draft}`),
		officer("/office/campaigns/:campaignId/recipients", `/office/campaigns/${open}/recipients`),
		officer("/office/campaigns/:campaignId", `/office/campaigns/${cameras}`),
		officer("/office/campaigns/:campaignId/results", `/office/campaigns/${cameras}/results`),
		officer("/office/campaigns/:campaignId/figures", `/office/campaigns/${cameras}/figures`),
		officer("/office/campaigns/:campaignId/figures", `/office/campaigns/${cameras}/figures?view=communes`),
		officer("/office/returns/:returnId", `/office/returns/${counted}`),
		officer("/office/campaigns/:campaignId/results", `/office/campaigns/${closed}/results`),
		officer("/office/campaigns/:campaignId/results", `/office/campaigns/${closed}/results?list=criteria`),
		officer("/office/campaigns/:campaignId/pictures", `/office/campaigns/${open}/pictures`),
		reader("/office/campaigns/:campaignId/pictures", `/office/campaigns/${cameras}/pictures`),
		officer("/office/campaigns/:campaignId/letters", `/office/campaigns/${open}/letters`),
		head(half, "/school/letters"),
		{ route: "/xac-minh", as: null, path: "/xac-minh" },
		{ route: "/xac-minh/:code", as: null, path: "/xac-minh/0000-0000-0000-0000" },
		officer("/office/campaigns/:campaignId/data", `/office/campaigns/${open}/data`),
		officer("/office/units/map"),
		officer("/office/findings"),
		officer("/office/findings", "/office/findings?due=week&superior=yes"),
		officer("/office/findings", "/office/findings?due=none"),
		head(half, "/school/pictures"),
		head(notStarted, "/school/pictures"),
		head(half, "/school/returns/:returnId", `/school/returns/${publicReturn}`),
		officer("/office/returns"),
		officer("/office/returns", `/office/returns?campaign=${open}&state=submitted`),
		officer("/office/returns/:returnId", `/office/returns/${inState("submitted")}`),
		officer("/office/returns/:returnId", `/office/returns/${inState("accepted")}`),
		officer("/office/returns/:returnId", `/office/returns/${resubmitted}`),
		admin("/office/api"),
		admin("/office/audit"),
		officer("/office/reports", `/office/reports?letter=${directive}`),
		reader("/office/reports"),
		officer("/office/reports/:reportId", `/office/reports/${report}`),
		reader("/office/reports/:reportId", `/office/reports/${report}`),

		head(half, "/me/conduct"),
		{ route: "/me/conduct", as: "teacher", path: "/me/conduct" },
		officer("/me/conduct"),
		{ route: "/me/conduct/read", as: "teacher", path: "/me/conduct/read" },
		head(half, "/me/conduct/signed/:schoolId/:versionId", signedAt(half)),
		head(sentBack, "/me/conduct/consultation"),
		head(group, "/me/conduct/consultation"),
		head(group, "/school/conduct/:versionId/consult", `/school/conduct/${codeOf(group)}/consult`),
		head(sentBack, "/school/conduct/:versionId/consult", `/school/conduct/${codeOf(sentBack)}/consult`),
		head(half, "/school/conduct/:versionId/consult", `/school/conduct/${codeOf(half)}/consult`),
		head(primary, "/school/conduct/:versionId/decide", `/school/conduct/${codeOf(primary)}/decide`),
		head(primary, "/school/conduct/:versionId/publish", `/school/conduct/${codeOf(primary)}/publish`),
		head(half, "/school/conduct/:versionId/publish", `/school/conduct/${codeOf(half)}/publish`),
		{ route: "/public/schools/:code", as: null, path: `/public/schools/${half}` },
		{ route: "/public/schools/:code", as: null, path: `/public/schools/${half}?lang=en` },
		{ route: "/public/schools/:code", as: null, path: `/public/schools/${notStarted}` },
		officer("/office/conduct"),
		officer("/office/conduct", `/office/conduct?campaign=${code}&stage=published`),
		officer("/office/conduct", "/office/conduct?q=khong-co-truong-nao"),
		officer("/office/campaigns/:campaignId", `/office/campaigns/${code}`),
		officer("/office/templates/:templateId", `/office/templates/${codeTemplate}`),
		officer("/office/returns/:returnId", `/office/returns/${codeReturn}`),

		head(half, "/school"),
		head(notStarted, "/school"),
		{ route: "/school", as: "teacher", path: "/school" },
		head(half, "/school/people"),
		...[half, sentBack, notStarted, primary, group].map((code) => head(code, "/school/conduct")),
		head(half, "/school/conduct/review"),
		head(half, "/school/conduct/staff"),
		head(group, "/school/conduct/staff"),
		head(half, "/school/conduct/:versionId", `/school/conduct/${codeOf(half)}`),
		head(group, "/school/conduct/:versionId/adapt", `/school/conduct/${codeOf(group)}/adapt`),
		head(group, "/school/conduct/:versionId/adapt", `/school/conduct/${codeOf(group)}/adapt?group=parents`),
		head(half, "/school/conduct/:versionId/adapt", `/school/conduct/${codeOf(half)}/adapt`),
		head(half, "/school/returns/:returnId", `/school/returns/${returnOf(half)}`),
		head(notStarted, "/school/returns/:returnId", `/school/returns/${returnOf(notStarted)}`),
		head(sentBack, "/school/returns/:returnId", `/school/returns/${returnOf(sentBack)}`),
		head(group, "/school/returns/:returnId", `/school/returns/${returnOf(group)}`),
		head(half, "/school/returns/:returnId/sections/:section", firstSection),
		head(half, "/school/returns/:returnId/sections/:section", lastSection),
		head(half, "/school/returns/:returnId/check", `/school/returns/${returnOf(half)}/check`),
		head(primary, "/school/returns/:returnId/check", `/school/returns/${returnOf(primary)}/check`),
		head(sentBack, "/school/returns/:returnId/check", `/school/returns/${returnOf(sentBack)}/check`),
	];
}

/** Routes that draw nothing, or only on paper or once something was uploaded; journeys see to those. */
export const notPages = [
	"/",
	"/sign-out",
	"/me/locale",
	"/me/theme",
	"/me/conduct/signed/:schoolId/:versionId/receipt.pdf",
	"/public/schools/:code/:file",
	"/school/conduct/:versionId/clauses",
	"/office/template-drafts/:versionId",
	"/office/templates/bank",
	"/office/templates/clauses",
	"/school/conduct/:versionId/papers/:file",
	// A link is shown once, to whoever makes it: the journey of a consultation reads by one.
	"/y-kien/:token",
	"/sync",
	"/files/:fileId",
	"/school/returns/:returnId/photos",
	"/photos/:photoId",
	"/photos/:photoId/thumb",
	"/api/openapi.json",
	"/api/v1/*",
	"/office/units/import/:importId",
	"/office/units/import/template/:file",
	"/office/templates/import/:fileId",
	"/office/templates/:templateId/versions/:versionId/:file",
	"/api/schemas/form-definition.json",
	"/office/campaigns/:campaignId/export/:file",
	"/office/campaigns/:campaignId/figures/:file",
	"/office/conduct/export/:file",
	"/office/reports/:reportId/blocks",
	"/office/reports/:reportId/files/:file",
	"/office/campaigns/:campaignId/pictures/:file",
	"/office/pictures/:file",
	"/school/pictures/:file",
	"/office/campaigns/:campaignId/data/:file",
	// The demo district has no letters yet; `tests/routes/letters.test.ts` writes one.
	"/office/letters/:letterId",
	"/office/letters/:letterId/:file",
	"/office/campaigns/:campaignId/letters/:file",
	"/office/returns/:returnId/slip/:file",
	"/school/returns/:returnId/slip/:file",
	"/school/letters/:letterId/:file",
];
