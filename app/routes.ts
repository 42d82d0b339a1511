import { index, type RouteConfig, route } from "@remix-run/route-config";

/** The URL map: one line a page. A folder per page holds route.ts (loader, action) and screen.tsx (draws). */
const at = (folder: string) => `routes/${folder}/route.ts`;

export default [
	index(at("home")),
	route("sign-in", at("sign-in")),
	route("sign-out", at("sign-out")),
	route("activate", at("activate")),
	route("me", at("me")),
	route("me/password", at("me.password")),
	route("me/locale", at("me.locale")),
	route("me/theme", at("me.theme")),
	route("sync", at("sync")),
	route("files/:fileId", at("files.$fileId")),

	route("office", at("office"), [
		index(at("office.overview")),
		route("directives", at("office.directives")),
		route("directives/new", at("office.directives.new")),
		route("directives/:directiveId", at("office.directives.$directiveId")),
		route("units", at("office.units")),
		route("units/map", at("office.units.map")),
		route("units/import", at("office.units.import")),
		route("units/import/:importId", at("office.units.import.$importId")),
		route("units/:unitId", at("office.units.$unitId")),
		route("people", at("office.people")),
		route("people/:personId", at("office.people.$personId")),
		route("templates", at("office.templates")),
		route("templates/:templateId", at("office.templates.$templateId")),
		route("campaigns", at("office.campaigns")),
		route("campaigns/new", at("office.campaigns.new")),
		route("campaigns/:campaignId", at("office.campaigns.$campaignId")),
		route("campaigns/:campaignId/recipients", at("office.campaigns.$campaignId.recipients")),
		route("campaigns/:campaignId/results", at("office.campaigns.$campaignId.results")),
		route("campaigns/:campaignId/data", at("office.campaigns.$campaignId.data")),
		route("campaigns/:campaignId/pictures", at("office.campaigns.$campaignId.pictures")),
		route("campaigns/:campaignId/figures", at("office.campaigns.$campaignId.figures")),
		route("returns", at("office.returns")),
		route("returns/:returnId", at("office.returns.$returnId")),
		route("audit", at("office.audit")),
	]),
	// Pages made for paper and files stand outside the office's frame.
	route("office/people/slips", at("office.people.slips")),
	route("office/units/import/template/:file", at("office.units.import.template.$file")),
	route("office/campaigns/:campaignId/export/:file", at("office.campaigns.$campaignId.export.$file")),
	route("office/campaigns/:campaignId/figures/:file", at("office.campaigns.$campaignId.figures.$file")),
	route("office/campaigns/:campaignId/data/:file", at("office.campaigns.$campaignId.data.$file")),
	route("office/campaigns/:campaignId/pictures/:file", at("office.campaigns.$campaignId.pictures.$file")),

	route("school", at("school"), [
		index(at("school.home")),
		route("people", at("school.people")),
		route("returns/:returnId", at("school.returns.$returnId")),
		route("returns/:returnId/check", at("school.returns.$returnId.check")),
		route("returns/:returnId/sections/:section", at("school.returns.$returnId.sections.$section")),
	]),
	route("*", at("not-found")),
] satisfies RouteConfig;
