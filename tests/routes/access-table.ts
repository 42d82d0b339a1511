/**
 * Who gets what at every address: written by hand from the duties of each role, so that neither the doors nor the policy can
 * change it unnoticed. Columns: administrator, officer and reader of an office; principal, deputy and teacher of a school; nobody.
 *
 * - a number: this status
 * - `in`: sent to sign in, and back afterwards
 * - `>/path`: led there
 * - `ok`: let in; the command may then still find the form incomplete
 */
export type Line = {
	/** As in `app/routes.ts`, from the root. */
	route: string;
	/** Who gets what with records of their own unit. With another's, whoever is let in gets 404. */
	expected: string;
	/** The same with another's records, where more differs than 404 for those let in. */
	foreign?: string;
	/** For an action: the fields of a form as the page posts it. `:name` is filled in like in the address. */
	form?: Record<string, string>;
	/** For an action that devices call: what they send. */
	json?: (id: (name: string) => string) => object;
	/** Sent instead, by tests of what cannot be read. */
	raw?: { type: string; body: string };
	/** Query, when the page shows nothing without. */
	query?: string;
};

/* biome-ignore format: a table */
export const pages: Line[] = [
	//                                                           admin    officer  reader     principal deputy  teacher    nobody
	{ route: "/", expected: "                                    >/office >/office >/office   >/school >/school >/school   in" },
	{ route: "/sign-in", expected: "                             >/  >/  >/     >/  >/  >/     200" },
	{ route: "/sign-out", expected: "                            >/  >/  >/     >/  >/  >/     >/" },
	{ route: "/activate", expected: "                            200 200 200    200 200 200    200" },
	{ route: "/me", expected: "                                  200 200 200    200 200 200    in" },
	{ route: "/me/password", expected: "                         200 200 200    200 200 200    in" },
	{ route: "/me/locale", expected: "                           >/me >/me >/me   >/me >/me >/me   >/me" },
	{ route: "/me/theme", expected: "                            >/me >/me >/me   >/me >/me >/me   >/me" },
	{ route: "/sync", expected: "                                404 404 404    404 404 404    404" },
	{ route: "/files/:fileId", expected: "                       200 200 403    200 200 200    in" },
	// Photographs of single answers: for the school that sent them and for those who review them.
	{ route: "/photos/:photoId", expected: "                     200 200 403    200 200 403    in" },
	{ route: "/photos/:photoId/thumb", expected: "               200 200 403    200 200 403    in" },
	{ route: "/school/returns/:returnId/photos", expected: "     404 404 404    404 404 404    404" },
	{ route: "/office/campaigns/:campaignId/data/:photosFile", expected: "200 200 403    403 403 403    in" },

	{ route: "/office", expected: "                              200 200 200    403 403 403    in" },
	{ route: "/office/directives", expected: "                   200 200 403    403 403 403    in" },
	{ route: "/office/directives/new", expected: "               200 200 403    403 403 403    in" },
	{ route: "/office/directives/:directiveId", expected: "      200 200 403    403 403 403    in" },
	{ route: "/office/directives/:directiveId", query: "?edit=1", expected: "200 200 403    403 403 403    in" },
	{ route: "/office/units", expected: "                        200 200 403    403 403 403    in" },
	{ route: "/office/units/import", expected: "                 200 200 403    403 403 403    in" },
	{ route: "/office/units/import/:importId", expected: "       200 200 403    403 403 403    in" },
	{ route: "/office/units/import/template/:template", expected: "200 200 403    403 403 403    in", foreign: "200 200 403    403 403 403    in" },
	{ route: "/office/units/:unitId", expected: "                200 200 403    403 403 403    in" },
	{ route: "/office/people", expected: "                       200 200 403    403 403 403    in" },
	{ route: "/office/people/:personId", expected: "             200 200 403    403 403 403    in" },
	// A principal prints the slips of their own staff.
	{ route: "/office/people/slips", expected: "                 200 200 403    200 403 403    in" },
	{ route: "/office/templates", expected: "                    200 200 403    403 403 403    in" },
	{ route: "/office/templates/:templateId", expected: "        200 200 403    403 403 403    in" },
	{ route: "/office/campaigns", expected: "                    200 200 403    403 403 403    in" },
	{ route: "/office/templates/import", expected: "             200 403 403    403 403 403    in" },
	{ route: "/office/templates/import/:formFileId", expected: " 200 403 403    403 403 403    in" },
	{ route: "/office/templates/:templateId/versions/:versionId/:formFile", expected: "200 200 403 403 403 403 in" },
	{ route: "/api/schemas/form-definition.json", expected: "    200 200 200    200 200 200    200" },
	{ route: "/office/templates/new", expected: "                200 403 403    403 403 403    in" },
	{ route: "/office/templates/bank", expected: "               200 403 403    403 403 403    in" },
	{ route: "/office/templates/clauses", expected: "            200 403 403    403 403 403    in" },
	{ route: "/office/templates/:draftTemplateId/versions/:draftVersionId/edit", expected: "200 403 403    403 403 403    in" },
	{ route: "/office/template-drafts/:draftVersionId", expected: "404 404 404    404 404 404    404", foreign: "404 404 404    404 404 404    404" },
	{ route: "/office/templates/shared", expected: "             200 200 403    403 403 403    in", foreign: "200 200 403    403 403 403    in" },
	{ route: "/office/templates/:templateId/changes", query: "?from=:versionId&to=:nextVersionId", expected: "200 200 403    403 403 403    in" },
	{ route: "/office/templates/:templateId/versions/:nextVersionId/publish", expected: "200 403 403    403 403 403    in", foreign: "404 403 403    403 403 403    in" },
	{ route: "/office/campaigns/:campaignId/version", expected: "200 200 403    403 403 403    in" },
	{ route: "/office/campaigns/new", expected: "                200 200 403    403 403 403    in" },
	{ route: "/office/campaigns/new", query: "?draft=:draftId", expected: "200 200 403    403 403 403    in" },
	{ route: "/office/campaigns/:campaignId", expected: "        200 200 403    403 403 403    in" },
	{ route: "/office/campaigns/:campaignId/recipients", expected: "200 200 403   403 403 403    in" },
	{ route: "/office/campaigns/:campaignId/results", expected: "200 200 403    403 403 403    in" },
	{ route: "/office/campaigns/:campaignId/figures", expected: "      200 200 403    403 403 403    in" },
	{ route: "/office/campaigns/:campaignId/figures/:figuresFile", expected: "200 200 403    403 403 403    in" },
	{ route: "/office/campaigns/:campaignId/pictures", expected: "200 200 200    403 403 403    in" },
	{ route: "/office/campaigns/:campaignId/pictures/:pictureFile", expected: "200 200 200    403 403 403    in" },
	{ route: "/office/pictures/:overviewFile", expected: "       200 200 200    403 403 403    in", foreign: "200 200 200    403 403 403    in" },
	// Single answers are for those who review them.
	{ route: "/office/findings", expected: "                     200 200 403    403 403 403    in" },
	{ route: "/office/findings", query: "?due=week&superior=no&after=x", expected: "200 200 403    403 403 403    in" },
	{ route: "/office/campaigns/:campaignId/data", expected: "200 200 403    403 403 403    in" },
	{ route: "/office/campaigns/:campaignId/data/:dataFile", expected: "200 200 403    403 403 403    in" },
	{ route: "/office/units/map", expected: "200 200 403    403 403 403    in" },
	{ route: "/office/campaigns/:campaignId/export/:file", expected: "200 200 403    403 403 403    in" },
	{ route: "/office/returns", expected: "                      200 200 403    403 403 403    in" },
	{ route: "/office/returns/:sentReturnId", expected: "        200 200 403    403 403 403    in" },
	// Programs bring a key of their own: whoever is signed in is nobody there.
	{ route: "/api/v1/*", expected: "                            401 401 401    401 401 401    401" },
	{ route: "/api/openapi.json", expected: "                    200 200 200    200 200 200    200", foreign: "200 200 200 200 200 200 200" },
	{ route: "/office/api", expected: "                          200 403 403    403 403 403    in" },
	{ route: "/office/audit", expected: "                        200 403 403    403 403 403    in" },
	{ route: "/office/conduct", expected: "                      200 200 403    403 403 403    in" },
	{ route: "/office/conduct", query: "?campaign=:campaignId", expected: "200 200 403    403 403 403    in" },
	{ route: "/office/conduct/export/:conductFile", expected: " 200 200 403    403 403 403    in", foreign: "200 200 403    403 403 403    in" },
	// A file of the neighbours' campaign is not found.
	{ route: "/office/conduct/export/:conductFile", query: "?campaign=:campaignId", expected: "200 200 403    403 403 403    in" },
	{ route: "/office/reports", expected: "                      200 200 200    403 403 403    in" },
	{ route: "/office/reports/:reportId", expected: "            200 200 200    403 403 403    in" },
	{ route: "/office/reports/:reportId/blocks", expected: "     404 404 404    404 404 404    404" },
	{ route: "/office/reports/:reportId/files/:reportFile", expected: "200 200 200    403 403 403    in" },

	{ route: "/school", expected: "                              403 403 403    200 200 200    in" },
	{ route: "/school/pictures", expected: "                     403 403 403    200 200 403    in" },
	{ route: "/school/pictures", query: "?campaign=:campaignId", expected: "403 403 403   200 200 403    in", foreign: "403 403 403    200 200 403    in" },
	// The first return of the scene's school is judged: it has a picture.
	{ route: "/school/pictures/:schoolPicture", expected: "      403 403 403    200 200 403    in", foreign: "403 403 403    200 200 403    in" },
	{ route: "/school/people", expected: "                       403 403 403    200 403 403    in" },
	{ route: "/school/conduct", expected: "                      403 403 403    200 200 403    in" },
	{ route: "/school/conduct/review", expected: "               403 403 403    200 403 403    in" },
	{ route: "/school/conduct/staff", expected: "                403 403 403    200 200 403    in" },
	{ route: "/school/conduct/:codeId", expected: "         403 403 403    200 200 403    in" },
	{ route: "/school/conduct/:codeId/adapt", expected: "   403 403 403    200 200 403    in" },
	{ route: "/school/conduct/:codeId/clauses", expected: " 404 404 404    404 404 404    404" },
	{ route: "/school/returns/:returnId", expected: "            403 403 403    200 200 403    in" },
	{ route: "/school/returns/:returnId/check", expected: "      403 403 403    200 200 403    in" },
	{ route: "/school/returns/:returnId/sections/:section", expected: "403 403 403    200 200 403    in" },

	// What a person reads and signs is theirs: whoever left for an office keeps it, and nobody else finds it.
	{ route: "/me/conduct", expected: "                          200 200 200    200 200 200    in" },
	{ route: "/me/conduct/read", expected: "                     403 403 403    >/me/conduct >/me/conduct >/me/conduct in" },
	{ route: "/me/conduct/consultation", expected: "             403 403 403    200 200 200    in" },
	{ route: "/me/conduct/signed/:schoolId/:codeId", expected: " 404 404 404    200 200 200    in" },
	{ route: "/me/conduct/signed/:schoolId/:codeId/receipt.pdf", expected: "404 404 404 200 200 200    in" },
	{ route: "/public/schools/:schoolCode", expected: "          200 200 200    200 200 200    200", foreign: "200 200 200    200 200 200    200" },
	{ route: "/public/schools/:conductCode/:posterFile", expected: "200 200 200 200 200 200 200", foreign: "200 200 200    200 200 200    200" },
	// The deputy writes the code and sees how it fares; asking, deciding and publishing are the head's.
	{ route: "/school/conduct/:codeId/consult", expected: "      403 403 403    200 200 403    in" },
	{ route: "/school/conduct/:codeId/decide", expected: "       403 403 403    200 200 403    in" },
	{ route: "/school/conduct/:codeId/publish", expected: "      403 403 403    200 200 403    in" },
	{ route: "/school/conduct/:codeId/papers/:posterFile", expected: "403 403 403    200 200 403    in" },
	// Notices hold single answers; the list and the reminders do not.
	{ route: "/office/campaigns/:campaignId/letters", expected: "200 200 403    403 403 403    in" },
	{ route: "/office/campaigns/:campaignId/letters/:listFile", expected: "200 200 403    403 403 403    in" },
	{ route: "/office/letters/:letterId", expected: "            200 200 403    403 403 403    in", foreign: "404 404 403    403 403 403    in" },
	{ route: "/office/letters/:issuedId/:letterFile", expected: "200 200 403    403 403 403    in", foreign: "404 404 403    403 403 403    in" },
	{ route: "/office/returns/:sentReturnId/slip/:slipFile", expected: "200 200 403 403 403 403    in" },
	{ route: "/school/letters", expected: "                      403 403 403    200 200 403    in" },
	{ route: "/school/letters/:issuedId/:letterFile", expected: "403 403 403    200 200 403    in" },
	{ route: "/school/returns/:sentReturnId/slip/:slipFile", expected: "403 403 403 200 200 403    in" },
	{ route: "/xac-minh", expected: "                            200 200 200    200 200 200    200" },
	{ route: "/xac-minh/:slipCode", expected: "                  200 200 200    200 200 200    200", foreign: "200 200 200    200 200 200    200" },
	{ route: "/y-kien/:token", expected: "                       404 404 404    404 404 404    404" },
	{ route: "/*", expected: "                                   404 404 404    404 404 404    404" },
];

const letter = { number: "1/X", issuedOn: "2026-11-01", issuer: "Huyện ủy", abstract: "Việc mới" };
const person = { name: "Nguyễn Văn Mới", username: "moi.123", role: "officer" };

/* biome-ignore format: a table */
export const actions: Line[] = [
	//                                                           admin    officer  reader     principal deputy  teacher    nobody
	{ route: "/sign-in", form: { username: "x", password: "y" }, expected: "ok ok ok    ok ok ok    ok" },
	{ route: "/sign-out", form: {}, expected: "                  in  in  in     in  in  in     in" },
	{ route: "/activate", form: { code: "x", password: "y" }, expected: "ok ok ok    ok ok ok    ok" },
	{ route: "/me", form: { intent: "everywhere" }, expected: "   in  in  in     in  in  in     in" },
	{ route: "/me/password", form: { current: "x", password: "một mật khẩu dài" }, expected: "ok ok ok    ok ok ok    in" },
	{ route: "/me/locale", form: { locale: "en", back: "/me" }, expected: ">/me >/me >/me    >/me >/me >/me    >/me" },
	{ route: "/me/theme", form: { theme: "dark", back: "/me" }, expected: ">/me >/me >/me    >/me >/me >/me    >/me" },

	{ route: "/office/directives/new", form: letter, expected: " ok  ok  403    403 403 403    in" },
	{ route: "/office/directives/:directiveId", form: letter, expected: "ok  ok  403    403 403 403    in" },
	{ route: "/office/templates/:templateId", form: { versionId: ":versionId" }, expected: "ok 403 403    403 403 403    in" },
	{ route: "/office/templates/import", form: {}, expected: "  ok 403 403    403 403 403    in" },
	{ route: "/office/templates/import/:formFileId", form: { into: "new", code: "BK-MOI", title: "Mẫu mới" }, expected: "ok 403 403    403 403 403    in" },
	{ route: "/office/templates/:templateId", form: { intent: "next_version" }, expected: "ok 403 403    403 403 403    in" },
	{ route: "/office/templates/new", form: { "title.vi": "Phòng chống bão" }, expected: "ok 403 403    403 403 403    in" },
	{ route: "/office/templates/:draftTemplateId/versions/:draftVersionId/edit", form: { intent: "add_section" }, expected: "ok 403 403    403 403 403    in" },
	{ route: "/office/template-drafts/:draftVersionId", json: () => ({ id: "0198f3b0-0000-7000-8000-000000000001", base: 0, edits: [] }), expected: "ok 403 403    403 403 403    401" },
	{ route: "/office/templates/:templateId", form: { versionId: ":versionId", intent: "retire", reason: "Có mẫu mới" }, expected: "ok 403 403    403 403 403    in" },
	{ route: "/office/templates/:templateId", form: { versionId: ":nextVersionId", intent: "drop" }, expected: "ok 403 403    403 403 403    in" },
	{ route: "/office/templates/:templateId", form: { versionId: ":versionId", intent: "offer", note: "Mới" }, expected: "ok 403 403    403 403 403    in" },
	{ route: "/office/templates/:templateId", form: { versionId: ":versionId", intent: "withdraw" }, expected: "ok 403 403    403 403 403    in" },
	{ route: "/office/templates/shared", form: { templateId: ":templateId", intent: "follow" }, expected: "404 403 403    403 403 403    in" },
	{ route: "/office/templates/:templateId/versions/:nextVersionId/publish", form: { seen: "x", confirmed: "on" }, expected: "ok 403 403    403 403 403    in", foreign: "404 403 403    403 403 403    in" },
	{ route: "/office/campaigns/:campaignId/version", form: { versionId: ":versionId" }, expected: "ok ok 403    403 403 403    in" },
	{ route: "/office/people", form: { intent: "schools" }, expected: "ok  ok  403    403 403 403    in" },
	// An officer makes accounts of schools, only an administrator those of the office.
	{ route: "/office/people", form: { intent: "create", ...person, unitId: ":officeId" }, expected: "ok  403 403    403 403 403    in", foreign: "404 404 403    403 403 403    in" },
	{ route: "/office/people", form: { intent: "create", ...person, role: "principal", unitId: ":unitId" }, expected: "ok  ok 403    403 403 403    in" },
	{ route: "/office/people/:personId", form: { intent: "rename", name: "Tên Mới" }, expected: "ok ok 403    403 403 403    in" },
	{ route: "/office/people/:personId", form: { intent: "block" }, expected: "ok ok 403    403 403 403    in" },
	{ route: "/office/people/:personId", form: { intent: "unblock" }, expected: "ok ok 403    403 403 403    in" },
	{ route: "/office/people/:personId", form: { intent: "unlock" }, expected: "ok ok 403    403 403 403    in" },
	{ route: "/office/people/:personId", form: { intent: "add_role", unitId: ":schoolId", role: "teacher" }, expected: "ok ok 403    403 403 403    in" },
	{ route: "/office/people/:personId", form: { intent: "change_role", membershipId: ":membershipId", role: "deputy" }, expected: "ok ok 403    403 403 403    in" },
	{ route: "/office/people/:colleagueId", form: { intent: "block" }, expected: "ok 403 403    403 403 403    in", foreign: "404 404 403    403 403 403    in" },
	{ route: "/office/people/slips", form: { person: ":personId" }, expected: "ok ok 403    404 403 403    in" },
	{ route: "/office/people/slips", form: { person: ":staffId" }, expected: "ok ok 403    ok 403 403    in", foreign: "ok ok 403    404 403 403    in" },
	{ route: "/office/people/slips", form: {}, expected: "       ok  ok  403    ok  403 403    in" },

	{ route: "/api/v1/*", form: {}, expected: "                   405 405 405    405 405 405    405" },
	{ route: "/office/api", form: { intent: "make", id: "0192f0c8-0000-7000-8000-0000000000aa", name: "Excel", reads: "results", expiresOn: "2026-12-31" }, expected: "ok 403 403    403 403 403    in" },
	{ route: "/office/api", form: { intent: "revoke", keyId: ":apiKeyId" }, expected: "ok 403 403    403 403 403    in" },
	{ route: "/office/units/map", form: {}, expected: "ok ok 403    403 403 403    in" },
	{ route: "/office/units/import", form: {}, expected: "      ok  ok  403    403 403 403    in" },
	{ route: "/office/units/import/:importId", form: { intent: "confirm" }, expected: "ok ok 403    403 403 403    in" },
	{ route: "/office/units/import/:importId", form: { intent: "remap", code: "0", name: "1" }, expected: "ok ok 403    403 403 403    in" },
	{ route: "/office/units/:unitId", form: { intent: "close", reason: "Sáp nhập" }, expected: "ok ok 403    403 403 403    in" },
	{ route: "/office/units/:unitId", form: { intent: "reopen", reason: "Tách lại" }, expected: "ok ok 403    403 403 403    in" },
	{ route: "/office/units/:unitId", form: { name: "Tên mới" }, expected: "ok ok 403    403 403 403    in" },
	{ route: "/office/campaigns/new", form: { intent: "preview" }, expected: "ok ok 403    403 403 403    in" },
	{ route: "/office/campaigns/new", form: { intent: "issue", id: ":draftId" }, expected: "ok ok 403    403 403 403    in" },
	{ route: "/office/campaigns/:campaignId/recipients", form: { intent: "extend", schoolIds: ":schoolId", dueOn: "2026-12-20", reason: "Bão" }, expected: "ok ok 403    403 403 403    in" },
	{ route: "/office/campaigns/:campaignId/recipients", form: { intent: "close", confirm: "on" }, expected: "ok ok 403    403 403 403    in" },
	{ route: "/office/returns/:sentReturnId", form: { decision: "accepted", round: "1" }, expected: "ok ok 403    403 403 403    in" },
	{ route: "/office/returns/:sentReturnId", form: { decision: "sent_back", round: "1", mark: "A.1", "reason:A.1": "Xem lại" }, expected: "ok ok 403    403 403 403    in" },
	// Only the head makes a result public; a return that is not accepted yet has none.
	{ route: "/school/returns/:returnId", form: { do: "publish" }, expected: "403 403 403    ok 403 403    in" },
	{ route: "/school/returns/:returnId", form: { do: "take_back" }, expected: "403 403 403    ok 403 403    in" },
	{ route: "/office/reports", form: { directiveId: ":directiveId", periodFrom: "2026-06-01", periodTo: "2026-11-30" }, expected: "ok ok 403    403 403 403    in" },
	{ route: "/office/reports/:reportId", form: { intent: "block", blockId: "next", base: "1", text: "Khác" }, expected: "ok ok 403    403 403 403    in" },
	{ route: "/office/reports/:reportId/blocks", json: () => ({ blockId: "next", base: 1, text: "Khác" }), expected: "ok ok 403    403 403 403    401" },
	{ route: "/office/reports/:reportId", form: { intent: "redraft", blockId: "opening", base: "0" }, expected: "ok ok 403    403 403 403    in" },
	{ route: "/office/reports/:reportId", form: { intent: "accept" }, expected: "ok ok 403    403 403 403    in" },
	{ route: "/office/reports/:reportId", form: { intent: "head" }, expected: "ok ok 403    403 403 403    in" },
	{ route: "/office/reports/:reportId", form: { intent: "check" }, expected: "ok ok 403    403 403 403    in" },
	{ route: "/office/reports/:reportId", form: { intent: "reopen" }, expected: "ok ok 403    403 403 403    in" },
	{ route: "/office/reports/:reportId", form: { intent: "issue", number: "5", issuedOn: "2026-11-23", capacity: "Trưởng phòng", signer: "A" }, expected: "ok ok 403    403 403 403    in" },
	{ route: "/office/reports/:reportId", form: { intent: "correct" }, expected: "ok ok 403    403 403 403    in" },

	{ route: "/school/conduct", form: { intent: "begin" }, expected: "403 403 403    ok ok 403    in" },
	{ route: "/school/conduct", form: { intent: "accept" }, expected: "403 403 403    ok ok 403    in" },
	{ route: "/school/conduct/staff", form: {}, expected: "      403 403 403    ok ok 403    in" },
	{ route: "/school/conduct/review", form: { reviewedOn: "2026-11-23", outcome: "keep" }, expected: "403 403 403    ok 403 403    in" },
	{ route: "/school/conduct/:codeId/adapt", form: { intent: "clause", code: "TC.1", base: "0", status: "kept" }, expected: "403 403 403    ok ok 403    in" },
	{ route: "/school/conduct/:codeId/adapt", form: { intent: "move", code: "TC.1", before: "" }, expected: "403 403 403    ok ok 403    in" },
	{ route: "/school/conduct/:codeId/adapt", form: { intent: "add", group: "staff", relation: "pupils", stance: "should", text: "Nhẹ nhàng." }, expected: "403 403 403    ok ok 403    in" },
	{ route: "/school/conduct/:codeId/adapt", form: { intent: "basis", base: "0", lines: "Quy chế" }, expected: "403 403 403    ok ok 403    in" },
	{ route: "/school/conduct/:codeId/clauses", json: () => ({ code: "TC.1", base: 0, status: "kept" }), expected: "403 403 403    ok ok 403    401" },
	{ route: "/office/campaigns/:campaignId/letters", form: { intent: "notify" }, expected: "ok ok 403    403 403 403    in" },
	{ route: "/office/letters/:letterId", form: { intent: "save" }, expected: "ok ok 403    403 403 403    in" },
	{ route: "/office/returns/:sentReturnId/slip/:slipFile", form: {}, expected: "ok ok 403    403 403 403    in" },
	{ route: "/school/returns/:sentReturnId/slip/:slipFile", form: {}, expected: "403 403 403    ok ok 403    in" },
	{ route: "/school/returns/:returnId", form: { do: "prefill" }, expected: "                    403 403 403    ok ok 403    in" },
	{ route: "/school/returns/:returnId/sections/:section", form: { go: "check" }, expected: "403 403 403    ok ok 403    in" },
	// Sending is signing: the head's alone.
	{ route: "/school/returns/:returnId/check", form: { declared: "yes", round: "1" }, expected: "403 403 403    ok 403 403    in" },
	{ route: "/school/returns/:returnId/photos", query: "?id=0192f0c8-0000-7000-8000-00000000beef&item=A.1", raw: { type: "image/jpeg", body: "x" }, expected: "403 403 403    ok ok 403    401" },
	{ route: "/school/returns/:returnId/photos", query: "?remove=:draftPhotoId", raw: { type: "image/jpeg", body: "x" }, expected: "403 403 403    ok ok 403    401" },
	{ route: "/sync", json: (id) => ({ returnId: id("returnId"), operations: [] }), expected: "403 403 403    ok ok 403    401" },
	{ route: "/sync", json: (id) => ({ returnId: id("returnId"), operations: [], submit: { round: 1 } }), expected: "403 403 403    ok 403 403    401" },
	{ route: "/me/conduct/read", form: { intent: "read", version: ":codeId" }, expected: "403 403 403    ok  ok  ok     in" },
	{ route: "/me/conduct/read", form: { intent: "sign", version: ":codeId", name: "x", sha256: "0" }, expected: "403 403 403    ok  ok  ok     in", foreign: "403 403 403    ok ok ok    in" },
	{ route: "/me/conduct/read", form: { intent: "x", version: "" }, expected: "403 403 403    404 404 404    in" },
	{ route: "/me/conduct/consultation", form: { agrees: "yes" }, expected: "403 403 403    ok ok ok    in" },
	{ route: "/y-kien/:token", form: { agrees: "yes" }, expected: "404 404 404    404 404 404    404" },
	{ route: "/school/conduct/:codeId/consult", form: { intent: "open", closesOn: "2026-12-10", groups: "staff" }, expected: "403 403 403    ok 403 403    in" },
	{ route: "/school/conduct/:codeId/consult", form: { intent: "close" }, expected: "403 403 403    ok 403 403    in" },
	{ route: "/school/conduct/:codeId/decide", form: { number: "1/QĐ", decidedOn: "2026-11-23", signer: "x" }, expected: "403 403 403    ok 403 403    in" },
	{ route: "/school/conduct/:codeId/decide", form: { intent: "revise" }, expected: "403 403 403    ok 403 403    in" },
	{ route: "/school/conduct/:codeId/publish", form: { onBoard: "on", "channels.box": "x", effectiveOn: "2026-11-23" }, expected: "403 403 403    ok 403 403    in" },
	{ route: "/school/people", form: { intent: "create", ...person, role: "teacher" }, expected: "403 403 403    ok  403 403    in" },
	{ route: "/school/people", form: { intent: "block", personId: ":staffId" }, expected: "403 403 403    ok  403 403    in" },
	{ route: "/school/people", form: { intent: "end_role", personId: ":staffId", membershipId: ":staffMembershipId" }, expected: "403 403 403    ok  403 403    in" },
];
