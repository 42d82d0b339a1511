import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Role } from "#app/domain/ctx.ts";
import type { DemoAccount } from "./accounts.ts";

const roleNames: Record<Role, string> = {
	office_admin: "Quản trị Phòng",
	officer: "Chuyên viên",
	reader: "Xem tổng hợp",
	principal: "Hiệu trưởng",
	deputy: "Phó hiệu trưởng",
	teacher: "Giáo viên",
};

/** The accounts as a person reads them, one line each. */
export function accountLines(accounts: readonly DemoAccount[]): string[] {
	const cells = accounts.map(({ role, unit, username, password, tryOut }) => [
		username,
		password,
		role === "principal" && unit.startsWith("Nhóm trẻ") ? "Chủ nhóm trẻ" : roleNames[role],
		unit,
		tryOut,
	]);
	const header = ["Tên đăng nhập", "Mật khẩu", "Vai trò", "Đơn vị", "Thử gì"];
	const table = [header, ...cells];
	const widths = header.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
	return table.map((row) =>
		row
			.map((cell, column) => cell.padEnd(widths[column] ?? 0))
			.join("  ")
			.trimEnd(),
	);
}

/** Keeps the accounts in `DATA_DIR/demo-accounts.txt`, readable by the owner alone. Returns where. */
export function writeAccountsFile(dataDir: string, accounts: readonly DemoAccount[]): string {
	const path = join(dataDir, "demo-accounts.txt");
	const text = [
		"Tài khoản dùng thử của huyện mẫu (demo accounts: username, password, role, unit, what to try)",
		"",
		...accountLines(accounts),
		"",
		"Mật khẩu sinh ngẫu nhiên khi tạo dữ liệu mẫu, không phải đổi ở lần đầu đăng nhập. Hiệu trưởng các trường khác ở trạng thái",
		"“đã mời”: vào Tài khoản › In phiếu truy cập để lấy mã một lần. Xóa tệp này khi không cần nữa.",
		"Passwords were generated at seeding and need not be changed. Other principals are invited: print their slips to let them in.",
		"",
	].join("\n");
	writeFileSync(path, text, { mode: 0o600 });
	// An existing file keeps its mode when it is written again.
	chmodSync(path, 0o600);
	return path;
}
