import type { ReviewRemark } from "#app/domain/authoring/review.ts";
import type { Locale } from "#app/domain/ctx.ts";
import { definitionSentence, kindName } from "./definition-faults.ts";
import { plural, words } from "./words.ts";

/** Words of the life of a version: checks, differences, publishing, moving returns, sharing. */
export const templateLifeWords = words(
	{
		publish: {
			title: "Kiểm tra và công bố",
			heading: (template: string, number: number) => `Công bố ${template}, phiên bản ${number}`,
			meta: (code: string, items: number, minutes: number, screens: number) =>
				`${code} · ${items} mục · khoảng ${minutes} phút trả lời, chưa kể đi lại · ${screens} màn hình điện thoại`,
			edit: "Sửa bản nháp",
			checks: "Kiểm tra",
			clean: "Không có lỗi, cảnh báo hay lời khuyên nào.",
			grades: { error: "Lỗi phải sửa", warning: "Cảnh báo", advice: "Lời khuyên" },
			counts: (errors: number, warnings: number, advice: number) =>
				`${errors} lỗi · ${warnings} cảnh báo · ${advice} lời khuyên`,
			goTo: (code: string) => `Mở ${code}`,
			goRule: "Mở cách xếp loại",
			more: (n: number) => `Xem ${n} mục`,
			difference: (number: number) => `Khác phiên bản ${number}`,
			first: "Đây là phiên bản đầu tiên, chưa có bản trước để so.",
			same: "Nội dung các mục giống hệt phiên bản trước.",
			differenceNote:
				"Mục nào hỏi điều khác trước thì chọn “Không so”: biểu đồ, số liệu và điền sẵn sẽ không đặt hai kỳ cạnh nhau.",
			compare: (code: string) => `${code}: có so với kỳ trước không?`,
			compares: "Vẫn so được",
			comparesNot: "Không so, hỏi điều khác",
			typeChanged: "Đã đổi loại câu trả lời nên không so với kỳ trước.",
			details: "Hiệu lực, loại hình, căn cứ",
			validFrom: "Có hiệu lực từ ngày",
			validTo: "Hết hiệu lực ngày",
			kinds: "Dành cho loại hình",
			kindsHint: "Không chọn loại nào: dùng cho mọi loại hình.",
			basis: (n: number) => `Căn cứ ${n}`,
			basisMore: "Thêm căn cứ",
			read: "Đã đọc văn bản gốc",
			confirmTitle: "Công bố",
			confirmText:
				"Sau khi công bố, phiên bản này không sửa được nữa và thay cho phiên bản đang dùng. Đợt báo cáo đang mở vẫn theo phiên bản của đợt, trừ khi bạn chuyển.",
			confirmWarnings: "Tôi đã xem các cảnh báo",
			submit: "Công bố phiên bản",
			faulty: "Còn lỗi nên chưa công bố được. Sửa các lỗi ở trên rồi mở lại trang này.",
			conductFaults: {
				duplicate_module: "Có hai phần trùng mã.",
				duplicate_clause: "Có hai điều khoản trùng mã.",
				module_ends_before_it_begins: "Có phần hết hiệu lực trước khi có hiệu lực.",
				code_kept_for_schools: "Mã bắt đầu bằng DP dành cho điều khoản của trường, mẫu không dùng được.",
			},
		},
		change: {
			added: "Thêm",
			removed: "Bỏ",
			moved: "Đổi chỗ",
			before: "Trước",
			after: "Nay",
			aspects: {
				text: "đổi câu chữ",
				wording: "sửa chính tả, dấu câu",
				english: "sửa bản tiếng Anh",
				hint: "đổi gợi ý",
				type: "đổi loại câu trả lời",
				options: "đổi phương án",
				labels: "đổi chữ trên nút",
				limits: "đổi giới hạn",
				unit: "đổi đơn vị tính",
				expression: "đổi cách tính",
				condition: "đổi điều kiện hỏi",
				rule: "đổi cách tính điểm (bắt buộc, trọng số, loại trực tiếp)",
				required: "đổi việc bắt buộc trả lời",
				demands: "đổi yêu cầu kèm theo khi chưa đạt",
				basis: "đổi căn cứ",
				prefill: "đổi cách điền sẵn",
				stance: "đổi chiều (nên làm, không được làm)",
				duty: "đổi quyền bỏ của trường",
				validity: "đổi ngày hiệu lực",
				kinds: "đổi loại hình",
			},
			parts: {
				section: "Phần",
				roster: "Danh sách dòng",
				check: "Kiểm tra chéo",
				figure: "Số liệu",
				light: "Đèn",
				list: "Danh sách trích",
				rule: "Cách xếp loại",
				failure: "Yêu cầu khi chưa đạt",
				module: "Phần của Bộ quy tắc",
			},
			states: { added: "thêm", removed: "bỏ", changed: "sửa", moved: "đổi chỗ" },
			partsTitle: "Phần khác của mẫu",
			clauses: "Điều khoản",
			items: (n: number) => `${n} mục khác`,
		},
		life: {
			title: "Vòng đời các phiên bản",
			publish: "Kiểm tra và công bố",
			published: (when: string) => `công bố ${when}`,
			checked: (when: string) => `đối chiếu ${when}`,
			retired: (when: string) => `ngừng dùng ${when}`,
			forKinds: (kinds: string) => `Dành cho ${kinds}`,
			validity: (days: string) => `Hiệu lực ${days}`,
			annex: "Phụ lục đã đối chiếu",
			annexFile: "Tệp phụ lục chính thức (nếu có)",
			annexHint: "PDF, Word hoặc ảnh, tối đa 10 MB. Tệp được giữ cùng phiên bản để người sau kiểm tra lại.",
			fileTypes: "PDF, Word, JPG hoặc PNG",
			changes: "Khác bản trước",
			retire: "Ngừng dùng phiên bản này",
			retireText: "Không giao được đợt mới với phiên bản này nữa. Các đợt đang mở vẫn tiếp tục.",
			reason: "Lý do",
			retiredBecause: (reason: string) => `Lý do ngừng dùng: ${reason}`,
			retireSubmit: "Ngừng dùng",
			drop: "Xóa bản nháp",
			dropText: "Bản nháp bị xóa hẳn. Nội dung trước khi xóa được ghi trong nhật ký.",
			dropSubmit: "Xóa bản nháp này",
		},
		move: {
			title: "Chuyển sang phiên bản mới",
			heading: (number: number) => `Chuyển đợt này sang phiên bản ${number}`,
			meta: (now: number, next: number) => `Đang dùng phiên bản ${now}. Phiên bản ${next} đã công bố.`,
			none: "Đợt này đã dùng phiên bản mới nhất",
			noneText: "Khi mẫu có phiên bản mới được công bố, trang này cho xem trước và chuyển các phiếu chưa gửi.",
			notOpen: "Chỉ chuyển được đợt đang mở.",
			who: "Các phiếu",
			notStarted: "Chưa mở: dùng phiên bản mới ngay",
			draft: "Đang làm: chuyển theo bảng dưới",
			sent: "Đã gửi hoặc bị trả lại: giữ phiên bản cũ",
			answers: "Câu trả lời đã có",
			kept: (n: string) => `${n} câu trả lời giữ nguyên.`,
			nothingLost:
				"Không câu trả lời nào bị xóa: câu không chuyển được nằm ở “Câu trả lời của phiên bản cũ” của từng phiếu.",
			fates: {
				kept: "giữ nguyên",
				partly: "giữ các phương án còn có, phần còn lại để bên cạnh",
				aside: "để bên cạnh, trường trả lời lại",
				gone: "để bên cạnh, vì mục không còn",
			},
			allKept: "Mọi câu trả lời đã có đều giữ nguyên.",
			added: "Mục mới phải trả lời thêm",
			addedNone: "Không có mục mới.",
			example: (school: string) => `Ví dụ: ${school}`,
			exampleNote: "Trường đã trả lời nhiều nhất trong các phiếu đang làm.",
			exampleKept: "Ở trường này mọi câu trả lời giữ nguyên.",
			submit: "Chuyển các phiếu chưa gửi",
			confirm: "Việc này không đảo ngược được. Các trường thấy thông báo ngay trên phiếu.",
			done: "Đã chuyển xong",
			doneText: "Các phiếu đang làm và chưa mở đã theo phiên bản mới.",
			left: (n: string) => `Còn ${n} phiếu đang chuyển`,
			leftText: "Mỗi lần chuyển tối đa 1.000 phiếu. Phiếu chưa chuyển vẫn làm bình thường theo phiên bản cũ.",
			goOn: "Tiếp tục chuyển",
		},
		aside: {
			title: "Câu trả lời của phiên bản cũ",
			text: "Phòng đã chuyển phiếu này sang phiên bản mới của mẫu. Các câu dưới đây không chuyển sang được và vẫn được giữ lại để xem.",
			version: (n: number) => `phiên bản ${n}`,
		},
		shared: {
			title: "Mẫu cấp trên chia sẻ",
			meta: "Sao chép để sửa thành mẫu của đơn vị, hoặc theo dõi để được báo khi có phiên bản mới.",
			emptyTitle: "Chưa có mẫu nào được chia sẻ",
			emptyText: "Khi cấp trên chia sẻ một mẫu, mẫu hiện ở đây. Mẫu của cấp trên vẫn giao được cho trường từ thư viện.",
			from: (office: string, when: string) => `${office} chia sẻ ngày ${when}`,
			newest: (n: number) => `Phiên bản mới nhất: ${n}`,
			news: (n: number) => `Có phiên bản ${n}`,
			following: (n: number) => `Đang theo dõi, dùng phiên bản ${n}`,
			copied: "Đã sao chép",
			openCopy: "Mở bản sao",
			seeChanges: "Xem khác biệt",
			copy: "Sao chép thành mẫu của đơn vị",
			follow: "Theo dõi",
			unfollow: "Thôi theo dõi",
			take: "Nhận phiên bản mới",
			takeCopyNote:
				"Phiên bản mới trở thành bản nháp tiếp theo của bản sao; phần đơn vị đã tự sửa cần làm lại trên bản nháp.",
			updates: (n: number) =>
				n === 1 ? "1 mẫu đang theo dõi có phiên bản mới" : `${n} mẫu đang theo dõi có phiên bản mới`,
			link: "Mẫu cấp trên chia sẻ",
			offerTitle: "Chia sẻ cho đơn vị cấp dưới",
			offerText: "Đơn vị cấp dưới thấy mẫu này trong mục “Mẫu cấp trên chia sẻ”, sao chép hoặc theo dõi được.",
			offered: (when: string) => `Đang chia sẻ từ ${when}.`,
			followers: (names: string) => `Đang dùng: ${names}.`,
			nobody: "Chưa đơn vị nào sao chép hoặc theo dõi.",
			note: "Lời nhắn",
			offer: "Chia sẻ",
			withdraw: "Thôi chia sẻ",
		},
		changes: {
			title: "Khác biệt giữa hai phiên bản",
			heading: (old: number, fresh: number) => `Phiên bản ${fresh} khác phiên bản ${old}`,
		},
	},
	{
		publish: {
			title: "Check and publish",
			heading: (template, number) => `Publish ${template}, version ${number}`,
			meta: (code, items, minutes, screens) =>
				`${code} · ${plural(items, "item")} · about ${plural(minutes, "minute")} to answer, walking not counted · ${plural(screens, "phone screen")}`,
			edit: "Edit the draft",
			checks: "Checks",
			clean: "No error, no warning, no advice.",
			grades: { error: "Errors to mend", warning: "Warnings", advice: "Advice" },
			counts: (errors, warnings, advice) =>
				`${plural(errors, "error")} · ${plural(warnings, "warning")} · ${advice} pieces of advice`,
			goTo: (code) => `Open ${code}`,
			goRule: "Open how it is judged",
			more: (n) => `See ${plural(n, "item")}`,
			difference: (number) => `What differs from version ${number}`,
			first: "This is the first version: nothing to compare it with.",
			same: "The items are exactly those of the version before.",
			differenceNote:
				"Choose “Does not compare” where an item asks something else now: pictures, figures and prefilling then keep the rounds apart.",
			compare: (code) => `${code}: does it compare with the last round?`,
			compares: "Still compares",
			comparesNot: "Does not, it asks something else",
			typeChanged: "Its kind of answer changed, so it does not compare with the last round.",
			details: "Validity, kinds, legal basis",
			validFrom: "In force from",
			validTo: "In force until",
			kinds: "For kinds of school",
			kindsHint: "None chosen: for every kind.",
			basis: (n) => `Basis ${n}`,
			basisMore: "Another basis",
			read: "Original text read",
			confirmTitle: "Publish",
			confirmText:
				"Once published, this version never changes and takes the place of the one in use. Open campaigns stay on theirs unless you move them.",
			confirmWarnings: "I have seen the warnings",
			submit: "Publish this version",
			faulty: "It cannot be published while there are errors. Mend those above, then open this page again.",
			conductFaults: {
				duplicate_module: "Two parts share a code.",
				duplicate_clause: "Two clauses share a code.",
				module_ends_before_it_begins: "A part ends before it begins.",
				code_kept_for_schools: "Codes that begin with DP are kept for schools' own clauses.",
			},
		},
		change: {
			added: "Added",
			removed: "Removed",
			moved: "Moved",
			before: "Before",
			after: "Now",
			aspects: {
				text: "reworded",
				wording: "spelling, punctuation",
				english: "English changed",
				hint: "hint changed",
				type: "kind of answer changed",
				options: "options changed",
				labels: "words on the buttons changed",
				limits: "limits changed",
				unit: "unit changed",
				expression: "computation changed",
				condition: "condition changed",
				rule: "how it counts changed (mandatory, weight, knock-out)",
				required: "whether it must be answered changed",
				demands: "what a failure demands changed",
				basis: "legal basis changed",
				prefill: "prefilling changed",
				stance: "turned round (do, do not)",
				duty: "whether schools may drop it changed",
				validity: "days in force changed",
				kinds: "kinds of school changed",
			},
			parts: {
				section: "Section",
				roster: "Rows",
				check: "Cross-check",
				figure: "Figure",
				light: "Light",
				list: "Drawn list",
				rule: "How it is judged",
				failure: "What a failure demands",
				module: "Part of the code",
			},
			states: { added: "added", removed: "removed", changed: "changed", moved: "moved" },
			partsTitle: "Other parts of the template",
			clauses: "Clauses",
			items: (n) => `${plural(n, "item")} differ`,
		},
		life: {
			title: "Life of the versions",
			publish: "Check and publish",
			published: (when) => `published ${when}`,
			checked: (when) => `compared ${when}`,
			retired: (when) => `retired ${when}`,
			forKinds: (kinds) => `For ${kinds}`,
			validity: (days) => `In force ${days}`,
			annex: "Annex it was compared with",
			annexFile: "File of the official annex (if you have it)",
			annexHint: "PDF, Word or a picture, at most 10 MB. Kept with the version, so that others can check again.",
			fileTypes: "PDF, Word, JPG or PNG",
			changes: "Differences",
			retire: "Retire this version",
			retireText: "No new campaign can be issued on it. Open ones go on.",
			reason: "Reason",
			retiredBecause: (reason) => `Why it was retired: ${reason}`,
			retireSubmit: "Retire",
			drop: "Delete the draft",
			dropText: "The draft is gone for good. What it said is kept in the log.",
			dropSubmit: "Delete this draft",
		},
		move: {
			title: "Move to a new version",
			heading: (number) => `Move this campaign to version ${number}`,
			meta: (now, next) => `On version ${now} now. Version ${next} is published.`,
			none: "This campaign is on the newest version",
			noneText:
				"When a new version is published, this page shows what it would change and moves the returns not sent yet.",
			notOpen: "Only an open campaign can be moved.",
			who: "Returns",
			notStarted: "Not begun: on the new version at once",
			draft: "Being filled: moved as the table says",
			sent: "Sent or sent back: stay on the old version",
			answers: "Answers given so far",
			kept: (n) => `${n} answers go along as they are.`,
			nothingLost:
				"No answer is deleted: what cannot go along is kept under “Answers of the old version” of each return.",
			fates: {
				kept: "stays",
				partly: "options that still exist stay, the rest is kept aside",
				aside: "kept aside, to be answered again",
				gone: "kept aside, the item is gone",
			},
			allKept: "All answers given so far go along as they are.",
			added: "New items to answer",
			addedNone: "No new items.",
			example: (school) => `Example: ${school}`,
			exampleNote: "The school that has answered most among the returns being filled.",
			exampleKept: "At this school every answer goes along as it is.",
			submit: "Move the returns not sent yet",
			confirm: "This cannot be undone. Schools are told on their returns at once.",
			done: "All moved",
			doneText: "Returns being filled and those not begun are on the new version.",
			left: (n) => `${n} returns still to move`,
			leftText: "At most 1,000 are moved at a time. Those not moved yet are filled on the old version as before.",
			goOn: "Go on moving",
		},
		aside: {
			title: "Answers of the old version",
			text: "The office moved this return to a new version of the form. These answers could not go along and are kept to be read.",
			version: (n) => `version ${n}`,
		},
		shared: {
			title: "Shared by offices above",
			meta: "Copy a template to make it your own, or follow it to be told of new versions.",
			emptyTitle: "Nothing is shared yet",
			emptyText: "What an office above shares stands here. Its templates can still be issued from the library.",
			from: (office, when) => `Shared by ${office} on ${when}`,
			newest: (n) => `Newest version: ${n}`,
			news: (n) => `Version ${n} is out`,
			following: (n) => `Followed, on version ${n}`,
			copied: "Copied",
			openCopy: "Open the copy",
			seeChanges: "See what differs",
			copy: "Copy it as your own",
			follow: "Follow",
			unfollow: "Follow no more",
			take: "Take the new version",
			takeCopyNote:
				"The new version becomes the copy's next draft; what you changed yourself has to be put in again there.",
			updates: (n) => `${plural(n, "followed template has", "followed templates have")} a new version`,
			link: "Shared by offices above",
			offerTitle: "Share with offices below",
			offerText: "Offices below see it under “Shared by offices above” and can copy or follow it.",
			offered: (when) => `Shared since ${when}.`,
			followers: (names) => `In use at: ${names}.`,
			nobody: "Nobody has copied or followed it yet.",
			note: "Message",
			offer: "Share",
			withdraw: "Share no more",
		},
		changes: {
			title: "What differs between two versions",
			heading: (old, fresh) => `Version ${fresh} against version ${old}`,
		},
	},
);

/** What was found before publishing, as a sentence; the codes it is about are drawn beside it. */
export function remarkSentence(remark: ReviewRemark, locale: Locale): string {
	const vi = locale === "vi";
	switch (remark.code) {
		case "fault":
			return definitionSentence(remark.fault, locale);
		case "never_shown":
			return vi
				? `${remark.part === "section" ? "Phần" : "Mục"} ${remark.items.join(", ")} không bao giờ được hỏi, vì điều kiện không thể xảy ra.`
				: `${remark.items.join(", ")} is never asked: its condition can never hold.`;
		case "check_never_holds":
			return vi
				? `Kiểm tra chéo ${remark.check} không bao giờ đúng, nên không trường nào gửi được.`
				: `The cross-check ${remark.check} can never hold, so no school could send.`;
		case "rule_out_of_reach":
			return vi
				? `${kindName(remark.kind, locale)}: cách xếp loại yêu cầu ${remark.wanted} ${remark.of === "criteria" ? "tiêu chí" : "tiêu chí bắt buộc"}, nhưng theo điều kiện trường loại này chỉ được hỏi ${remark.have}.`
				: `${kindName(remark.kind, locale)}: the rule wants ${remark.wanted} ${remark.of === "criteria" ? "criteria" : "mandatory criteria"}, yet by their conditions such a school is asked ${remark.have}.`;
		case "no_basis":
			return vi ? "Mẫu chưa ghi căn cứ pháp lý nào." : "The template cites no legal basis.";
		case "basis_missing":
			return vi
				? remark.mandatory
					? "Mục bắt buộc hoặc loại trực tiếp chưa ghi căn cứ."
					: "Tiêu chí chưa ghi căn cứ."
				: remark.mandatory
					? "Mandatory items or knock-outs without a legal basis."
					: "Criteria without a legal basis.";
		case "basis_unverified":
			return vi ? "Căn cứ chưa được đọc từ văn bản gốc." : "Bases that nobody has read in the original.";
		case "weight_without_effect":
			return vi
				? remark.why === "rule"
					? "Trọng số không có tác dụng, vì cách xếp loại này đếm số tiêu chí."
					: "Trọng số không có tác dụng, vì mục không tính vào số tiêu chí."
				: remark.why === "rule"
					? "Weights have no effect: this rule counts criteria."
					: "Weights have no effect on items outside the count.";
		case "code_changed":
			return vi
				? `${remark.items.join(", ")} giữ nguyên câu chữ của ${remark.from} nhưng đổi mã, nên không so được với các kỳ trước. Lấy lại mã cũ nếu vẫn là mục ấy.`
				: `${remark.items.join(", ")} is ${remark.from} word for word under another code, so nothing compares with earlier rounds. Give it its old code if it is the same.`;
		case "long_sentence":
			return vi
				? `Câu dài, câu dài nhất ${remark.syllables} tiếng. Tách thành câu ngắn để đọc được trên điện thoại.`
				: `Long sentences, the longest of ${remark.syllables} syllables. Split them for the phone.`;
		case "double_negation":
			return vi
				? "Phủ định hai lần trong một câu, dễ trả lời ngược. Viết lại cho thuận."
				: "Two negations in one sentence: easily answered the wrong way round.";
		case "two_questions":
			return vi
				? "Một mục hỏi nhiều điều. Tách ra để mỗi mục một câu trả lời."
				: "Several questions in one item. Split it.";
		case "all_capitals":
			return vi ? "Viết toàn chữ hoa, khó đọc." : "All capitals are hard to read.";
		case "tone_marks_missing":
			return vi ? "Chữ không có dấu. Gõ lại có dấu." : "Vietnamese without tone marks. Type it again.";
		case "needs_network":
			return vi
				? remark.of === "conduct"
					? "Lấy số liệu từ Bộ quy tắc ứng xử của trường: chỉ mới nhất khi có mạng."
					: "Điền sẵn từ hồ sơ trường: cần mạng khi mở phiếu lần đầu."
				: remark.of === "conduct"
					? "Takes facts of the school's code of conduct: up to date only with a network."
					: "Prefilled from the school's record: needs a network when first opened.";
		case "english_missing":
			return vi ? "Chưa có bản tiếng Anh." : "No English yet.";
		case "too_long_a_form":
			return vi
				? `Mẫu dài: khoảng ${remark.size.minutes} phút, ${remark.size.screens} màn hình điện thoại. Cân nhắc chia phần cho nhiều người.`
				: `A long form: about ${remark.size.minutes} minutes and ${remark.size.screens} phone screens. Consider sharing it out.`;
	}
}
