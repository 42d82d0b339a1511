/** Official sentences from figures; every number in them is a linked figure. Pure. */
import { type CampaignFacts, metRate } from "./figures.ts";

/** Criteria named in the text; the rest stand in the annex. */
const TOP = 10;

const at = (facts: Pick<CampaignFacts, "alias">, key: string) => `{{${facts.alias}.${key}}}`;

/** What one campaign came to: how many reported, then what its kind tells. Paragraphs, and lists of lines with a dash. */
export function sentencesOf(facts: CampaignFacts): string {
	const lines = facts.kind === "conduct" ? adoptionLines(facts) : [reporting(facts), ...tellingLines(facts)];
	return lines.filter((line) => line !== "").join("\n");
}

function tellingLines(facts: CampaignFacts): string[] {
	if (facts.figures.reported === 0) return [];
	if (facts.kind === "rated")
		return [
			verdicts(facts),
			comparison(facts),
			...criteria(facts),
			findings(facts),
			annexOf("Kết quả của từng đơn vị", "ket-qua"),
		];
	if (facts.kind === "cameras")
		return [...totals(facts, CAMERA_COLUMNS), comparison(facts), annexOf("Số liệu của từng đơn vị", "camera")];
	if (facts.kind === "incidents")
		return [...incidents(facts), annexOf("Số vụ theo loại, nơi xảy ra và mức độ", "vu-viec")];
	return [...totals(facts), comparison(facts)];
}

/** Nobody, all, or some of those asked have reported; and how many in time. */
export function reporting(facts: CampaignFacts): string {
	const { recipients, reported, onTime, late } = facts.figures;
	const round = `Thực hiện đợt “${facts.title}”, `;
	if (recipients === 0) return `${round}không có cơ sở giáo dục nào thuộc diện báo cáo.`;
	if (reported === 0)
		return `${round}chưa có cơ sở giáo dục nào trong số ${at(facts, "so-truong")} cơ sở được giao nộp báo cáo.`;
	const some =
		reported === recipients
			? `${round}toàn bộ ${at(facts, "so-truong")} cơ sở giáo dục được giao đã nộp báo cáo, đạt ${at(facts, "ty-le-nop")}`
			: `${round}có ${at(facts, "da-nop")}/${at(facts, "so-truong")} cơ sở giáo dục đã nộp báo cáo, đạt ${at(facts, "ty-le-nop")}; còn ${at(facts, "chua-nop")} cơ sở chưa nộp`;
	if (late === 0) return `${some}. Các báo cáo đều nộp đúng hạn.`;
	if (onTime === 0) return `${some}. Các báo cáo đều nộp sau thời hạn.`;
	return `${some}; trong đó ${at(facts, "dung-han")} cơ sở nộp đúng hạn, ${at(facts, "nop-muon")} cơ sở nộp muộn.`;
}

/** How those that have reported are judged. */
export function verdicts(facts: CampaignFacts): string {
	const { met, notMet, provisional } = facts.figures.verdicts;
	const { reported } = facts.figures;
	const open = provisional > 0 ? `, ${at(facts, "chua-ket-luan")} cơ sở chưa kết luận` : "";
	if (met === reported)
		return `Toàn bộ ${at(facts, "dat")} cơ sở đã nộp được xếp loại Đạt, bằng ${at(facts, "ty-le-dat")} số cơ sở đã nộp.`;
	if (met === 0 && notMet === 0) return provisional > 0 ? `Có ${at(facts, "chua-ket-luan")} cơ sở chưa kết luận.` : "";
	if (met === 0) return `Chưa có cơ sở nào được xếp loại Đạt; ${at(facts, "chua-dat")} cơ sở Chưa đạt${open}.`;
	const failed = notMet === 0 ? "không có cơ sở nào Chưa đạt" : `${at(facts, "chua-dat")} cơ sở Chưa đạt`;
	return `Có ${at(facts, "dat")} cơ sở được xếp loại Đạt, bằng ${at(facts, "ty-le-dat")} số cơ sở đã nộp; ${failed}${open}.`;
}

/** Against the round before, or the last report. Nothing where one of the two is not known. */
export function comparison(facts: CampaignFacts): string {
	const { before, figures } = facts;
	if (!before) return "";
	const told = [
		moved(facts, "ty-le-nop", "tỷ lệ cơ sở nộp báo cáo", before.reportingRate, figures.reportingRate),
		facts.kind === "rated" ? moved(facts, "ty-le-dat", "tỷ lệ cơ sở Đạt", before.metRate, metRate(facts)) : "",
	].filter((part) => part !== "");
	return told.length === 0 ? "" : `So với ${before.name}, ${told.join("; ")}.`;
}

function moved(facts: CampaignFacts, key: string, what: string, was: number | null, now: number | null): string {
	if (was === null || now === null) return "";
	if (was === now) return `${what} giữ nguyên ở mức ${at(facts, key)}`;
	const by = `${at(facts, `${key}.chenh`)} điểm phần trăm`;
	const from = `từ ${at(facts, `${key}.ky-truoc`)}`;
	return now > was
		? `${what} tăng ${by}, ${from} lên ${at(facts, key)}`
		: `${what} giảm ${by}, ${from} xuống ${at(facts, key)}`;
}

function criteria(facts: CampaignFacts): string[] {
	const worst = facts.criteria.slice(0, TOP);
	if (worst.length === 0) return ["Không có tiêu chí nào bị đánh giá chưa đạt."];
	return [
		worst.length === 1 ? "Tiêu chí chưa đạt:" : "Các tiêu chí chưa đạt nhiều nhất:",
		...worst.map(({ code, text, mandatory }) => {
			const star = mandatory ? " (bắt buộc)" : "";
			const says = text.trim().replace(/[.;]$/, "");
			return `- ${code}${star}, ${says}: ${at(facts, `tc.${code}.chua-dat`)}/${at(facts, `tc.${code}.ap-dung`)} cơ sở chưa đạt;`;
		}),
	].map((line, i, all) => (i === all.length - 1 ? line.replace(/;$/, ".") : line));
}

/** What is being done about what is not met. */
export function findings(facts: CampaignFacts): string {
	const { open, overdue, petitions } = facts.findings;
	if (open === 0) return "Hiện không còn tồn tại nào chưa khắc phục.";
	const late = overdue === 0 ? "chưa có tồn tại nào quá thời hạn" : `${at(facts, "qua-han")} tồn tại đã quá thời hạn`;
	const asks = petitions === 0 ? "" : `; ${at(facts, "kien-nghi")} tồn tại các trường kiến nghị cấp trên hỗ trợ`;
	return `Còn ${at(facts, "ton-tai")} tồn tại đang được khắc phục theo biện pháp, thời hạn các trường đã nêu, ${late}${asks}.`;
}

function adoptionLines(facts: CampaignFacts): string[] {
	const { adoption } = facts;
	if (!adoption || adoption.schools === 0)
		return [`Thực hiện đợt “${facts.title}”, không có cơ sở giáo dục nào thuộc diện xây dựng Bộ Quy tắc ứng xử.`];
	const of = `${at(facts, "quy-tac.ban-hanh")}/${at(facts, "quy-tac.so-truong")} cơ sở giáo dục`;
	const { published, schools, adopting, notBegun } = adoption;
	const left = [
		adopting > 0 ? `${at(facts, "quy-tac.dang-lam")} cơ sở đang soạn thảo, lấy ý kiến hoặc chờ công khai` : "",
		notBegun > 0 ? `${at(facts, "quy-tac.chua-lam")} cơ sở chưa bắt đầu` : "",
	].filter((part) => part !== "");
	const first =
		published === 0
			? `Chưa có cơ sở nào trong số ${at(facts, "quy-tac.so-truong")} cơ sở giáo dục ban hành, công khai Bộ Quy tắc ứng xử`
			: published === schools
				? `Toàn bộ ${at(facts, "quy-tac.so-truong")} cơ sở giáo dục đã ban hành, công khai Bộ Quy tắc ứng xử`
				: `Có ${of} đã ban hành, công khai Bộ Quy tắc ứng xử, đạt ${at(facts, "quy-tac.ty-le")}`;
	return [
		`${first}${left.length > 0 ? `; ${left.join("; ")}` : ""}.`,
		signing(facts),
		annexOf("Tình hình của từng đơn vị", "quy-tac"),
	];
}

function signing(facts: CampaignFacts): string {
	const { staffAsked = 0, staffSigned = 0 } = facts.adoption ?? {};
	if (staffAsked === 0) return "";
	if (staffSigned === 0)
		return `Chưa có ai trong số ${at(facts, "quy-tac.phai-ky")} cán bộ, giáo viên, nhân viên của các cơ sở đã ban hành ký cam kết thực hiện.`;
	const who = `${at(facts, "quy-tac.da-ky")}/${at(facts, "quy-tac.phai-ky")} cán bộ, giáo viên, nhân viên của các cơ sở đã ban hành`;
	return `Có ${who} ký cam kết thực hiện, đạt ${at(facts, "quy-tac.ty-le-ky")}.`;
}

/** Columns of the camera form that a report tells in its text (facts §6.3). */
const CAMERA_COLUMNS = [
	"PHONG",
	"PHONG-CO",
	"PHONG-TL",
	"MAT",
	"MAT-HD",
	"MAT-HONG",
	"MAT-TL",
	"XEM",
	"QUY-CHE",
	"TB-YK",
	"THEM",
];

/** Totals of a status form, one a line; all its columns, or those named. Columns nobody told are left out. */
function totals(facts: CampaignFacts, wanted?: readonly string[]): string[] {
	const lines = facts.columns.flatMap(({ code, label, group, unit, type }) => {
		if (type === "text" || (wanted && !wanted.includes(code))) return [];
		if ((facts.line?.totals[code]?.value ?? null) === null) return [];
		const name = group && !wanted ? `${group.vi}, ${label.vi.toLowerCase()}` : label.vi;
		const value = at(facts, `sl.${code}`);
		if (type === "yes") return [`- ${name}: ${value}/${at(facts, `sl.${code}.so-truong`)} cơ sở;`];
		return [`- ${name}: ${value}${unit && type === "sum" ? ` ${unit.vi}` : ""};`];
	});
	if (lines.length === 0) return [];
	return ["Số liệu tổng hợp từ các cơ sở đã nộp:", ...lines.slice(0, -1), (lines.at(-1) ?? "").replace(/;$/, ".")];
}

/** Numbers of cases only; nobody's identity is in the data at all. */
function incidents(facts: CampaignFacts): string[] {
	const cases = facts.line?.totals.VU?.value ?? null;
	if (cases === null || cases === 0) return ["Các cơ sở đã nộp không ghi nhận vụ việc nào trong kỳ."];
	const settled = facts.line?.totals.XONG?.value ?? null;
	const done =
		settled === null ? "" : settled === cases ? ", đều đã xử lý xong" : `, đã xử lý xong ${at(facts, "sl.XONG")} vụ`;
	const kinds = facts.columns.flatMap(({ code, group, label }) => {
		const value = facts.line?.totals[code]?.value ?? 0;
		return /^[A-Z]+-(TV|NANG|NHE)$/.test(code) && group && value > 0
			? [`- ${group.vi}, mức độ ${label.vi.toLowerCase()}: ${at(facts, `sl.${code}`)} vụ;`]
			: [];
	});
	return [
		`Các cơ sở ghi nhận ${at(facts, "sl.VU")} vụ việc${done}${kinds.length > 0 ? "; cụ thể:" : "."}`,
		...kinds.slice(0, -1),
		...kinds.slice(-1).map((line) => line.replace(/;$/, ".")),
	];
}

function annexOf(what: string, annex: string): string {
	return `(${what} tại {{phu-luc.${annex}}})`;
}

/** Which rounds the office issued for the letter. */
export function steering(
	office: string,
	letter: string,
	facts: readonly CampaignFacts[],
	day: (day: string) => string,
): string {
	const first = `Thực hiện ${letter}, ${office} đã quán triệt, triển khai đến các cơ sở giáo dục trên địa bàn.`;
	if (facts.length === 0) return `${first} Trong kỳ chưa phát hành đợt báo cáo nào phục vụ các nhiệm vụ của văn bản.`;
	const lines = facts.map((one) => `- ${one.title} (giao ${at(one, "so-truong")} cơ sở, hạn nộp ${day(one.dueOn)});`);
	return [
		`${first} Trong kỳ, ${office} đã phát hành {{so-dot}} đợt báo cáo:`,
		...lines.slice(0, -1),
		(lines.at(-1) ?? "").replace(/;$/, "."),
	].join("\n");
}

/** What the schools ask of those above; "" where they ask nothing. */
export function petitions(facts: readonly CampaignFacts[]): string {
	const asked = facts.filter(({ findings, kind }) => kind === "rated" && findings.petitions > 0);
	return asked
		.map(
			(one) =>
				`Qua đợt “${one.title}”, các trường kiến nghị cấp trên hỗ trợ khắc phục ${at(one, "kien-nghi")} tồn tại.`,
		)
		.join("\n");
}
