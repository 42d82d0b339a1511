import type { Locale } from "#app/domain/ctx.ts";
import type { VerdictRule } from "#app/domain/forms/verdict-schema.ts";
import { formatNumber } from "./format.ts";
import { schoolWords } from "./schools.ts";
import { plural, words } from "./words.ts";

/** Words of the library and of one template. */
export const templatesWords = words(
	{
		/** Stands wherever a template is shown that no office has compared with the official annex. */
		workingCopy: "Bản làm việc, chưa đối chiếu phụ lục chính thức",
		checked: "Đã đối chiếu phụ lục",
		list: {
			title: "Mẫu biểu",
			meta: "Thư viện mẫu của đơn vị và của cấp trên. Phiên bản đã công bố không thay đổi.",
			template: "Mẫu",
			code: "Mã",
			kinds: "Dành cho",
			allKinds: "Mọi loại hình",
			rule: "Cách xếp loại",
			validity: "Hiệu lực",
			emptyTitle: "Thư viện chưa có mẫu nào",
			emptyText:
				"Người quản trị máy chủ nạp mẫu ban đầu khi cài đặt. Sau đó các mẫu hiện ở đây để xem và giao cho trường.",
		},
		validity: (from: string, to: string) => `${from} đến ${to}`,
		validFrom: (from: string) => `từ ${from}`,
		validTo: (to: string) => `đến ${to}`,
		validAlways: "không giới hạn",
		expired: "Quy tắc đã hết hiệu lực",
		notYet: "Quy tắc chưa có hiệu lực",
		states: { draft: "Bản nháp", published: "Đang dùng", retired: "Ngừng dùng" },
		page: {
			crumb: "Mẫu biểu",
			meta: (code: string, version: number, items: string) => `${code} · phiên bản ${version} · ${items} mục`,
			issue: "Tạo đợt báo cáo với mẫu này",
			print: "In mẫu: dùng lệnh In của trình duyệt (Ctrl+P).",
			workingCopyText:
				"Nội dung chưa được so với phụ lục của văn bản gốc. Khi giao cho trường, các trang đều ghi rõ đây là bản làm việc.",
			markTitle: "Đánh dấu đã đối chiếu",
			markText:
				"Chỉ đánh dấu khi đã so từng mục với phụ lục chính thức. Tên bạn và thời điểm được ghi lại; việc này không hoàn tác.",
			mark: "Tôi đã đối chiếu, đánh dấu",
			checkedLine: (when: string, who: string) => `Đối chiếu lúc ${when}${who ? `, ${who}` : ""}`,
			rule: "Cách xếp loại",
			basis: "Căn cứ của mẫu",
			verified: "đã đọc văn bản gốc",
			unverified: "chưa đọc văn bản gốc",
			version: (n: number) => `Phiên bản ${n}`,
			shown: "đang xem",
			contents: "Các phần",
			sectionItems: (n: string) => `${n} mục`,
			sectionIf: (condition: string) => `Phần này chỉ hỏi khi ${condition}.`,
			itemIf: (condition: string) => `Chỉ hỏi khi ${condition}`,
			basisLabel: "Căn cứ:",
			notCounted: "không tính vào số tiêu chí",
			knockout: "loại trực tiếp",
			mandatoryFor: (kinds: string) => `bắt buộc với: ${kinds}`,
			naAllowed: "có thể chọn Không áp dụng",
			weight: (n: string) => `trọng số ${n}`,
			notRequired: "không bắt buộc trả lời",
			types: {
				verdict: "Đạt / Chưa đạt",
				choice: "Chọn một",
				choices: "Chọn nhiều",
				integer: "Số nguyên",
				decimal: "Số",
				date: "Ngày",
				text: "Chữ ngắn",
				longtext: "Chữ dài",
				computed: "Tự tính",
			},
			unflagged: (kinds: string, flagged: number, wanted: number) =>
				`${kinds}: mẫu mới đánh dấu ${flagged}/${wanted} tiêu chí bắt buộc, nên chưa đơn vị nào được kết luận Đạt.`,
		},
		rule: {
			none: "Biểu hiện trạng: chỉ thu số liệu, không xếp Đạt hay Chưa đạt.",
			percent: (share: string) => `Đạt khi ít nhất ${share} % số tiêu chí được đánh giá đạt.`,
			percentMandatory: (share: string) =>
				`Đạt khi ít nhất ${share} % số tiêu chí được đánh giá đạt và mọi tiêu chí bắt buộc (★) đều đạt.`,
			count: (kinds: string, atLeast: number, mandatory: number) =>
				mandatory > 0
					? `${kinds}: Đạt khi có ít nhất ${atLeast} tiêu chí đạt, trong đó đủ ${mandatory} tiêu chí bắt buộc (★).`
					: `${kinds}: Đạt khi có ít nhất ${atLeast} tiêu chí đạt.`,
			otherKinds: "Các loại hình khác",
			levelPercent: (level: string, share: string) => `Mức ${level}: từ ${share} % tiêu chí đạt trở lên.`,
			levelCount: (level: string, n: string) => `Mức ${level}: từ ${n} tiêu chí đạt trở lên.`,
			levelMust: (items: string) => `Phải đạt: ${items}.`,
			levelPass: "Được tính là Đạt.",
			knockout: "Có xảy ra một điều kiện loại trực tiếp thì kết quả là Chưa đạt, dù các tiêu chí khác đều đạt.",
			na: {
				leave_out: "Tiêu chí Không áp dụng không tính vào mẫu số.",
				counts_as_met: "Tiêu chí Không áp dụng được tính như đạt.",
				counts_as_unmet: "Tiêu chí Không áp dụng được tính như chưa đạt.",
			},
		},
	},
	{
		workingCopy: "Working copy, not compared with the official annex",
		checked: "Compared with the annex",
		list: {
			title: "Templates",
			meta: "The library of your office and of those above it. A published version never changes.",
			template: "Template",
			code: "Code",
			kinds: "For",
			allKinds: "Every kind",
			rule: "How it is judged",
			validity: "In force",
			emptyTitle: "The library is empty",
			emptyText:
				"The first templates are loaded when the server is installed. They then stand here to be read and issued.",
		},
		validity: (from, to) => `${from} to ${to}`,
		validFrom: (from) => `from ${from}`,
		validTo: (to) => `until ${to}`,
		validAlways: "without limit",
		expired: "The rule is no longer in force",
		notYet: "The rule is not in force yet",
		states: { draft: "Draft", published: "In use", retired: "Retired" },
		page: {
			crumb: "Templates",
			meta: (code, version, items) => `${code} · version ${version} · ${items} items`,
			issue: "Create a campaign with it",
			print: "To print the template, use the browser's Print (Ctrl+P).",
			workingCopyText:
				"The content has not been compared with the annex of the original document. Every page that shows it to schools says so.",
			markTitle: "Mark as compared",
			markText:
				"Only mark it after comparing every item with the official annex. Your name and the time are recorded; this cannot be undone.",
			mark: "I have compared it: mark it",
			checkedLine: (when, who) => `Compared at ${when}${who ? `, ${who}` : ""}`,
			rule: "How it is judged",
			basis: "Legal basis of the template",
			verified: "original text read",
			unverified: "original text not read",
			version: (n) => `Version ${n}`,
			shown: "shown here",
			contents: "Sections",
			sectionItems: (n) => `${n} items`,
			sectionIf: (condition) => `This section is asked only when ${condition}.`,
			itemIf: (condition) => `Asked only when ${condition}`,
			basisLabel: "Basis:",
			notCounted: "outside the count",
			knockout: "knock-out",
			mandatoryFor: (kinds) => `mandatory for: ${kinds}`,
			naAllowed: "may be Not applicable",
			weight: (n) => `weight ${n}`,
			notRequired: "need not be answered",
			types: {
				verdict: "Met / Not met",
				choice: "Choose one",
				choices: "Choose several",
				integer: "Whole number",
				decimal: "Number",
				date: "Date",
				text: "Short text",
				longtext: "Long text",
				computed: "Computed",
			},
			unflagged: (kinds, flagged, wanted) =>
				`${kinds}: only ${flagged} of ${wanted} mandatory criteria are flagged, so nobody can be told a final Met.`,
		},
		rule: {
			none: "A status form: figures only, nobody passes or fails.",
			percent: (share) => `Met when at least ${share}% of the criteria are met.`,
			percentMandatory: (share) => `Met when at least ${share}% of the criteria and every mandatory one (★) are met.`,
			count: (kinds, atLeast, mandatory) =>
				mandatory > 0
					? `${kinds}: Met with at least ${plural(atLeast, "criterion", "criteria")} met, among them ${mandatory} mandatory ones (★).`
					: `${kinds}: Met with at least ${plural(atLeast, "criterion", "criteria")} met.`,
			otherKinds: "Other kinds",
			levelPercent: (level, share) => `Level ${level}: from ${share}% of the criteria met.`,
			levelCount: (level, n) => `Level ${level}: from ${n} criteria met.`,
			levelMust: (items) => `Must be met: ${items}.`,
			levelPass: "Counts as Met.",
			knockout: "If one knock-out condition happened the result is Not met, whatever else holds.",
			na: {
				leave_out: "Criteria that do not apply leave the denominator.",
				counts_as_met: "Criteria that do not apply count as met.",
				counts_as_unmet: "Criteria that do not apply count as not met.",
			},
		},
	},
);

/** The verdict rule as sentences; `knockouts`: the form has knock-out conditions. */
export function ruleInWords(rule: VerdictRule, knockouts: boolean, locale: Locale): string[] {
	const t = templatesWords[locale].rule;
	const last = [
		...(knockouts && rule.type !== "none" ? [t.knockout] : []),
		...(rule.type === "none" ? [] : [t.na[rule.na]]),
	];
	const number = (value: number) => formatNumber(value, locale);
	switch (rule.type) {
		case "none":
			return [t.none];
		case "percent":
			return [(rule.allMandatory ? t.percentMandatory : t.percent)(number(rule.atLeast)), ...last];
		case "count":
			return [
				...rule.bands.map((band) =>
					t.count(
						// One line without kinds is for all of them: there are no others.
						band.kinds
							? kindsInWords(band.kinds, locale)
							: rule.bands.length > 1
								? t.otherKinds
								: kindsInWords([], locale),
						band.atLeast,
						band.mandatory,
					),
				),
				...last,
			];
		case "levels":
			return [
				...rule.levels.map((level) => {
					const label = level.label[locale] || level.label.vi;
					const bound = (rule.by === "percent" ? t.levelPercent : t.levelCount)(label, number(level.atLeast));
					const must = level.mustMeet.length > 0 ? [t.levelMust(level.mustMeet.join(", "))] : [];
					return [bound, ...must, ...(level.pass ? [t.levelPass] : [])].join(" ");
				}),
				...last,
			];
	}
}

/** Names of kinds of school, joined; a kind nobody named is shown by its code. None: every kind. */
export function kindsInWords(kinds: readonly string[], locale: Locale): string {
	if (kinds.length === 0) return templatesWords[locale].list.allKinds;
	const names: Record<string, string> = schoolWords[locale].kinds;
	return kinds.map((kind) => names[kind] ?? kind).join(", ");
}

/** From when until when the rule behind a version holds; days already formatted. */
export function validityInWords(from: string | null, to: string | null, locale: Locale): string {
	const t = templatesWords[locale];
	if (from && to) return t.validity(from, to);
	if (from) return t.validFrom(from);
	return to ? t.validTo(to) : t.validAlways;
}
