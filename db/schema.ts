/**
 * Every table, as Kysely sees it; those of one room stand together in `tables/`. Times are UTC ISO-8601 text, calendar days `2026-11-23`, booleans 0 or 1, JSON columns text:
 * the same on SQLite and PostgreSQL. A table that belongs to a school starts its primary key with `school_id`.
 */
import type { AuditEventTable, AuditHeadTable } from "./tables/audit.ts";
import type { CampaignMoveTable, CampaignTable, CampaignTaskTable, RecipientTable } from "./tables/campaigns.ts";
import type {
	AcknowledgementTable,
	ConductNoticeTable,
	ConductReviewTable,
	ConductVersionTable,
	ConsultationLinkTable,
	ConsultationMeetingTable,
	ConsultationTable,
	ConsultationVoiceTable,
} from "./tables/conduct.ts";
import type { DirectiveTable, DirectiveTaskTable } from "./tables/directives.ts";
import type { AnswerPhotoTable, FileTable } from "./tables/evidence.ts";
import type { FindingTable } from "./tables/findings.ts";
import type {
	LetterSchoolTable,
	LetterTable,
	ReportTable,
	ReportVersionTable,
	ReturnCodeTable,
} from "./tables/papers.ts";
import type { AccessCodeTable, ApiTokenTable, MembershipTable, PersonTable } from "./tables/people.ts";
import type {
	AnswerAsideTable,
	AnswerEventTable,
	AnswerTable,
	PublicResultTable,
	ReturnTable,
	ReviewTable,
	SubmissionTable,
} from "./tables/returns.ts";
import type { AccountTable, RateLimitTable, SessionTable, UserTable } from "./tables/sign-in.ts";
import type { TallyTable } from "./tables/tallies.ts";
import type {
	TemplateEditTable,
	TemplateFollowTable,
	TemplateOfferTable,
	TemplateTable,
	TemplateVersionTable,
} from "./tables/templates.ts";
import type { SchoolTable, UnitImportTable, UnitLevelTable, UnitMapTable, UnitTable } from "./tables/units.ts";

export type Schema = {
	unit_level: UnitLevelTable;
	unit: UnitTable;
	school: SchoolTable;
	unit_import: UnitImportTable;
	unit_map: UnitMapTable;
	file: FileTable;
	answer_photo: AnswerPhotoTable;
	person: PersonTable;
	membership: MembershipTable;
	access_code: AccessCodeTable;
	api_token: ApiTokenTable;
	template: TemplateTable;
	template_version: TemplateVersionTable;
	template_edit: TemplateEditTable;
	template_offer: TemplateOfferTable;
	template_follow: TemplateFollowTable;
	directive: DirectiveTable;
	directive_task: DirectiveTaskTable;
	campaign: CampaignTable;
	campaign_task: CampaignTaskTable;
	campaign_move: CampaignMoveTable;
	recipient: RecipientTable;
	tally: TallyTable;
	return: ReturnTable;
	answer: AnswerTable;
	answer_event: AnswerEventTable;
	answer_aside: AnswerAsideTable;
	submission: SubmissionTable;
	review: ReviewTable;
	finding: FindingTable;
	public_result: PublicResultTable;
	conduct_version: ConductVersionTable;
	consultation: ConsultationTable;
	consultation_link: ConsultationLinkTable;
	consultation_voice: ConsultationVoiceTable;
	consultation_meeting: ConsultationMeetingTable;
	acknowledgement: AcknowledgementTable;
	conduct_review: ConductReviewTable;
	conduct_notice: ConductNoticeTable;
	report: ReportTable;
	report_version: ReportVersionTable;
	letter: LetterTable;
	letter_school: LetterSchoolTable;
	return_code: ReturnCodeTable;
	audit_event: AuditEventTable;
	audit_head: AuditHeadTable;
	session: SessionTable;
	user: UserTable;
	account: AccountTable;
	rateLimit: RateLimitTable;
};
