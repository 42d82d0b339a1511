import type { Ctx } from "#app/domain/ctx.ts";
import { registerDirective } from "#app/domain/directives/commands.ts";
import type { DirectiveInput } from "#app/domain/directives/schema.ts";
import { directive566 } from "#db/seed/directive-566.ts";

/**
 * Enters letter 566-CV/HU with its tasks, and one letter more so that the register is a list. The letter sets no day for the report;
 * the office sets one. Returns the ids of the letter's tasks by number.
 */
export async function seedLetters(ctx: Ctx, reportDueOn: string): Promise<Map<string, string>> {
	const { number, issuedOn, issuer, abstract, signer, tasks } = directive566;
	await registerDirective(ctx, ministryDirective);
	const id = await registerDirective(ctx, {
		number,
		issuedOn,
		issuer: issuer.vi,
		abstract: abstract.vi,
		signer: `${signer.name} (${signer.position.vi})`,
		reportDueOn,
		tasks: tasks.map((task) => ({
			number: task.number,
			title: task.title.vi,
			detail: task.text.vi,
			ours: task.role !== "other",
		})),
	});
	const rows = await ctx.db
		.selectFrom("directive_task")
		.select(["number", "id"])
		.where("directive_id", "=", id)
		.execute();
	return new Map(rows.map((row) => [row.number, row.id]));
}

/** Known at second hand only, and says so. */
const ministryDirective: DirectiveInput = {
	number: "993/CT-BGDĐT",
	issuedOn: "2019-04-12",
	issuer: "Bộ Giáo dục và Đào tạo",
	abstract:
		"Tăng cường giải pháp phòng, chống bạo lực học đường trong cơ sở giáo dục (nội dung ghi lại qua báo chí, chưa đối chiếu văn bản gốc)",
	tasks: [
		{
			number: "1",
			title: "Chủ động tiếp nhận, xử lý thông tin về bạo lực học đường",
			detail:
				"Nhà trường tiếp nhận thông tin qua hộp thư góp ý, đường dây nóng và các hình thức phù hợp khác; xử lý kịp thời, giữ kín người phản ánh.",
			ours: true,
		},
		{
			number: "2",
			title: "Tăng cường tư vấn tâm lý, công tác xã hội trong trường học",
			detail: "Củng cố tổ tư vấn; quan tâm học sinh có nguy cơ. Không thu thập danh tính trẻ trong hệ thống này.",
			ours: true,
		},
		{
			number: "3",
			title: "Ký cam kết phối hợp giữa nhà trường và gia đình hằng năm",
			detail: "Mỗi năm học nhà trường và cha mẹ ký cam kết phối hợp quản lý, giáo dục học sinh.",
			ours: true,
		},
	],
};
