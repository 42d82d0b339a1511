import type { Ctx } from "../ctx.ts";
import { problem } from "../problem.ts";
import { LEVELS } from "../units/schema.ts";

/** A school as it stands at the head of its papers. */
export type Issuer = {
	code: string;
	name: string;
	kind: string;
	/** The body above it, by its full name; null when it cannot be told. */
	superior: string | null;
	/** Where its papers are written: the commune, without the word for it. */
	place: string;
};

/** By the school's official code; asks for no account, says nothing of persons. Throws not_found for a code of no school. */
export async function readIssuer(ctx: Pick<Ctx, "db">, schoolCode: string): Promise<Issuer> {
	const row = await ctx.db
		.selectFrom("unit")
		.innerJoin("school", "school.school_id", "unit.id")
		.leftJoin("unit as manager", "manager.id", "school.managed_by")
		.leftJoin("unit as commune", "commune.id", "unit.parent_id")
		.select(["unit.code", "unit.name", "school.kind"])
		.select(["manager.name as managerName", "manager.level as managerLevel", "commune.name as communeName"])
		.where("unit.code", "=", schoolCode)
		.where("unit.level", "=", LEVELS.school)
		.executeTakeFirst();
	if (!row) throw problem("not_found", {});
	const { code, name, kind, managerName, managerLevel, communeName } = row;
	return {
		code,
		name,
		kind,
		superior: managerName === null ? null : superiorOf(managerName, managerLevel),
		place: (communeName ?? "").replace(/^(xã|phường|thị trấn|đặc khu)\s+/iu, ""),
	};
}

/** A commune acts through its people's committee; a name that a list cut short is written out, as papers demand. */
function superiorOf(name: string, level: string | null): string {
	const whole = name.replace(/GD\s*&\s*ĐT/giu, "Giáo dục và Đào tạo").replace(/^UBND\b/iu, "Ủy ban nhân dân");
	if (level !== LEVELS.commune || /^Ủy ban/iu.test(whole)) return whole;
	return `Ủy ban nhân dân ${whole.charAt(0).toLocaleLowerCase("vi")}${whole.slice(1)}`;
}
