import type { Random } from "./random.ts";

const aboutFailure = [
	"Đề nghị ghi rõ vị trí, số lượng hư hỏng để Phòng tổng hợp vào báo cáo chung.",
	"Thời hạn khắc phục còn dài so với mức độ nguy hiểm; đề nghị rút ngắn hoặc nêu biện pháp tạm thời.",
	"Biện pháp chưa nêu nguồn kinh phí; đề nghị bổ sung.",
	"Đề nghị nêu biện pháp bảo đảm an toàn cho trẻ, học sinh trong thời gian chờ sửa chữa.",
];

const aboutDoubt = [
	"Biên bản làm việc gần đây của Phòng nêu nội dung này chưa bảo đảm; đề nghị kiểm tra lại thực tế.",
	"Hồ sơ nhà trường gửi chưa thể hiện nội dung này; đề nghị xem lại trước khi đánh dấu Đạt.",
];

const mended = [
	"Nhà trường đã đo, kiểm đếm lại và lập biên bản lưu hồ sơ.",
	"Kinh phí trích từ nguồn chi thường xuyên của trường.",
	"Đã căng dây cách ly, phân công người trực trong thời gian chờ sửa.",
];

const done = [
	"Đã khắc phục xong, có biên bản nghiệm thu lưu hồ sơ.",
	"Đã sửa chữa xong trong tuần; tổ kiểm tra của trường đã xem lại.",
];

const sentBackRemark = [
	"Đề nghị nhà trường bổ sung các nội dung đã đánh dấu và gửi lại trong 03 ngày làm việc.",
	"Báo cáo cơ bản đầy đủ; đề nghị làm rõ các mục được đánh dấu.",
];

const acceptedRemark = [
	"",
	"",
	"Đồng ý kết quả tự đánh giá. Đề nghị khắc phục đúng thời hạn đã nêu.",
	"Đã đối chiếu với hồ sơ. Đề nghị nhà trường báo cáo khi khắc phục xong.",
];

/** What officers and principals write while a return is reviewed. */
export const reviewWords = {
	failure: (random: Random) => random.pick(aboutFailure),
	doubt: (random: Random) => random.pick(aboutDoubt),
	mended: (random: Random) => random.pick(mended),
	done: (random: Random) => random.pick(done),
	sentBack: (random: Random) => random.pick(sentBackRemark),
	accepted: (random: Random) => random.pick(acceptedRemark),
};
