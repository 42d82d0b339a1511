/** What binds everybody at a school. */
import { circular06, conductPart, type DraftModule, mustNot, proposed, should } from "./conduct-modules.ts";
import { read } from "./draft.ts";

export const everyoneModules: DraftModule[] = [
	conductPart(
		"CHUNG",
		["everyone", "general"],
		[circular06("Điều 4")],
		[
			should(
				"Chấp hành pháp luật; làm đúng quyền và nghĩa vụ của mình ở trường.",
				"Obey the law; keep to one's rights and duties at school.",
			),
			should(
				"Sống lành mạnh, tích cực; quan tâm, chia sẻ và giúp đỡ người khác.",
				"Live healthily and positively; care for, share with and help others.",
			),
			should(
				"Giữ gìn cảnh quan; cùng xây dựng trường học xanh, sạch, đẹp, an toàn và thân thiện.",
				"Look after the grounds; help make a green, clean, beautiful, safe and friendly school.",
			),
			should(
				"Mặc trang phục phù hợp: cán bộ quản lý, giáo viên lịch sự; nhân viên hợp với công việc; người học sạch sẽ, gọn gàng, hợp lứa tuổi; cha mẹ và khách hợp với môi trường giáo dục.",
				"Dress fittingly: managers and teachers properly; staff as their work asks; learners clean, neat and as suits their age; parents and visitors as suits a school.",
			),
			mustNot("Không mặc trang phục gây phản cảm.", "Do not wear offensive clothes."),
			mustNot(
				"Không hút thuốc lá, uống rượu bia, dùng chất cấm trong trường; không tham gia tệ nạn xã hội.",
				"Do not smoke, drink alcohol or use banned substances at school; take no part in social evils.",
			),
			mustNot(
				"Không đăng, chia sẻ, bình luận tin xấu trên mạng xã hội: tin, hình trái pháp luật, trái thuần phong mỹ tục hoặc làm hại môi trường giáo dục.",
				"Do not post, share or comment bad news on social networks: what is unlawful, indecent or harms the school.",
			),
			mustNot(
				"Không gian lận, dối trá, vu khống, gây hiềm khích, quấy rối, ép buộc, đe dọa hay bạo lực với người khác.",
				"Do not cheat, lie, slander, stir up hatred, harass, force, threaten or be violent to anybody.",
			),
			mustNot(
				"Không làm tổn hại sức khỏe, danh dự, nhân phẩm của mình và của người khác, uy tín của tập thể.",
				"Do not harm the health, honour or dignity of oneself or others, nor the name of the school.",
			),
		],
	),
	conductPart(
		"BVTE",
		["everyone", "pupils"],
		[
			read("Luật Trẻ em 2016, Điều 6 khoản 7, khoản 11 và Điều 51"),
			read("Nghị định 56/2017/NĐ-CP, Điều 25, Điều 33 và Điều 36"),
		],
		[
			should(
				"Khi biết hoặc nghi trẻ bị bạo lực, xâm hại: báo ngay người phụ trách của trường, Tổng đài 111, công an hoặc UBND cấp xã.",
				"On knowing or suspecting that a child suffers violence or abuse: at once tell the person in charge at school, hotline 111, the police or the commune.",
			),
			mustNot(
				"Không che giấu, không ngăn cản người khác báo tin về trẻ bị bạo lực, xâm hại.",
				"Do not hide violence or abuse of a child, nor keep others from reporting it.",
			),
			mustNot(
				"Không đưa tên, hình ảnh, thông tin riêng của trẻ lên mạng hay cho người khác khi chưa có sự đồng ý của cha mẹ và của trẻ từ 7 tuổi trở lên.",
				"Do not put a child's name, picture or private facts online or pass them on without the consent of the parents and of a child of 7 or more.",
			),
			proposed(
				should(
					"Nói với trẻ bằng lời dễ hiểu để trẻ biết mình có thể tin ai, báo cho ai khi sợ hãi.",
					"Tell children in plain words whom they can trust and turn to when they are afraid.",
				),
			),
		],
	),
];
