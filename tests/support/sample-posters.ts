import type { Poster } from "#app/domain/paper.ts";

/** A poster of all six groups. */
export const poster: Poster = {
	size: "A3",
	superior: "Ủy ban nhân dân xã Giao An",
	school: "Trường Tiểu học và Trung học cơ sở Giao An",
	title: "Bộ quy tắc ứng xử",
	motto: "Nhân ái · Tôn trọng · Trách nhiệm · Hợp tác · Trung thực",
	groups: [
		{
			name: "Cán bộ quản lý",
			should: ["Gương mẫu, dân chủ, minh bạch", "Lắng nghe và khích lệ", "Hợp tác, lịch sự với cha mẹ và khách"],
			never: ["Hách dịch, thiên vị, vụ lợi", "Trù dập, né tránh trách nhiệm", "Che giấu vi phạm"],
		},
		{
			name: "Giáo viên",
			should: [
				"Mẫu mực, bao dung với người học",
				"Khen và phê bình đúng lúc, đúng mức",
				"Báo ngay khi thấy trẻ bị bạo lực",
			],
			never: ["Xúc phạm, bạo hành, xâm hại", "Vụ lợi, áp đặt, gây phiền hà", "Thờ ơ trước việc sai"],
		},
		{
			name: "Nhân viên",
			should: ["Đúng mực, giúp đỡ kịp thời", "Hợp tác, hoàn thành việc được giao"],
			never: ["Gây khó khăn, né tránh việc", "Bạo lực dưới mọi hình thức"],
		},
		{
			name: "Người học",
			should: ["Kính trọng, lễ phép, trung thực", "Thân thiện, giúp đỡ bạn bè", "Giữ trường xanh, sạch, đẹp"],
			never: ["Nói tục, miệt thị, lôi kéo", "Đánh nhau, đe dọa", "Phát tán tin xấu trên mạng"],
		},
		{
			name: "Cha mẹ người học",
			should: ["Chia sẻ, khích lệ con", "Tôn trọng, hợp tác với nhà trường"],
			never: ["Bạo lực, xúc phạm", "Bịa đặt, lan truyền tin sai"],
		},
		{
			name: "Khách đến trường",
			should: ["Lịch sự, tuân theo hướng dẫn"],
			never: ["Hút thuốc, gây mất trật tự", "Xúc phạm, bạo lực"],
		},
	],
	url: "https://antoan.giaothuy.edu.vn/public/schools/36365101",
	feedback: "hộp thư tại cổng trường; 0228 3895 123; gopy@thcsgiaoan.edu.vn",
	decision: "Ban hành kèm theo Quyết định số 05/QĐ-THGA ngày 04 tháng 9 năm 2026 của Hiệu trưởng",
};
