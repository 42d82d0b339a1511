import type { Config } from "./config.ts";

/** What stopped the server from starting or an import from running: one sentence for the person at the keyboard. */
type Sentence = (config: Config) => string;

const where = (config: Config) => (config.databaseUrl ? new URL(config.databaseUrl).host : config.dataDir);
const database = (config: Config) => (config.databaseUrl ? new URL(config.databaseUrl).pathname.slice(1) : "");

/** By error code of Node, SQLite and PostgreSQL. Never the address whole: it holds a password. */
const sentences: Record<string, Sentence> = {
	EADDRINUSE: (c) =>
		`Cổng ${c.port} đang có chương trình khác dùng. Hãy tắt chương trình đó, hoặc chọn cổng khác: PORT=${c.port + 1} npm start\n` +
		`Port ${c.port} is in use. Stop that program, or choose another port.`,
	EADDRNOTAVAIL: (c) =>
		`Máy này không có địa chỉ ${c.host}. Hãy sửa HOST.\nThis machine has no address ${c.host}. Mend HOST.`,
	EACCES: (c) =>
		`Không được phép dùng thư mục ${c.dataDir} hoặc cổng ${c.port} (cổng dưới 1024 cần quyền quản trị). Hãy sửa quyền, hoặc đặt DATA_DIR, PORT khác.\n` +
		`Not allowed to use folder ${c.dataDir} or port ${c.port}. Mend the rights, or set another DATA_DIR or PORT.`,
	EROFS: (c) =>
		`Thư mục ${c.dataDir} chỉ đọc được. Hãy đặt DATA_DIR khác.\nFolder ${c.dataDir} is read-only. Set another DATA_DIR.`,
	ENOTDIR: (c) => `DATA_DIR=${c.dataDir} không phải là thư mục.\nDATA_DIR is not a folder.`,
	EEXIST: (c) => `DATA_DIR=${c.dataDir} không phải là thư mục.\nDATA_DIR is not a folder.`,
	ENOSPC: (c) =>
		`Ổ đĩa của ${c.dataDir} đã đầy. Hãy giải phóng chỗ rồi chạy lại.\nThe disk is full. Free some space and start again.`,
	SQLITE_FULL: (c) =>
		`Ổ đĩa của ${c.dataDir} đã đầy. Hãy giải phóng chỗ rồi chạy lại.\nThe disk is full. Free some space and start again.`,
	SQLITE_NOTADB: (c) => brokenFile(c),
	SQLITE_CORRUPT: (c) => brokenFile(c),
	SQLITE_CANTOPEN: (c) =>
		`Không mở được cơ sở dữ liệu trong ${c.dataDir}. Hãy kiểm tra quyền của thư mục.\nCannot open the database file; check the folder's rights.`,
	SQLITE_READONLY: (c) =>
		`Cơ sở dữ liệu trong ${c.dataDir} chỉ đọc được. Hãy sửa quyền ghi.\nThe database file is read-only; mend its rights.`,
	SQLITE_BUSY: (c) =>
		`Một chương trình khác đang giữ cơ sở dữ liệu trong ${c.dataDir}. Hãy tắt nó rồi chạy lại.\nAnother program holds the database. Stop it and start again.`,
	ECONNREFUSED: (c) =>
		`Không kết nối được PostgreSQL tại ${where(c)}: máy chủ từ chối. Hãy kiểm tra PostgreSQL đã chạy và DATABASE_URL đúng cổng.\nPostgreSQL at ${where(c)} refused the connection.`,
	ENOTFOUND: (c) =>
		`Không tìm thấy máy chủ ${where(c)}. Hãy sửa DATABASE_URL.\nHost ${where(c)} is not known. Mend DATABASE_URL.`,
	EAI_AGAIN: (c) =>
		`Không tra được tên máy chủ ${where(c)}. Hãy kiểm tra mạng.\nHost ${where(c)} cannot be looked up; check the network.`,
	ETIMEDOUT: (c) =>
		`PostgreSQL tại ${where(c)} không trả lời. Hãy kiểm tra mạng và tường lửa.\nPostgreSQL at ${where(c)} does not answer.`,
	"28P01": (c) =>
		`PostgreSQL tại ${where(c)} không nhận tên hoặc mật khẩu trong DATABASE_URL.\nPostgreSQL refused the name or password.`,
	"28000": (c) =>
		`PostgreSQL tại ${where(c)} không nhận tên hoặc mật khẩu trong DATABASE_URL.\nPostgreSQL refused the name or password.`,
	"3D000": (c) =>
		`PostgreSQL tại ${where(c)} chưa có cơ sở dữ liệu “${database(c)}”. Hãy tạo trước: createdb ${database(c)}\nDatabase “${database(c)}” does not exist; create it first.`,
	"42501": (c) =>
		`Tài khoản trong DATABASE_URL không được tạo bảng trong “${database(c)}”.\nThe account may not create tables in “${database(c)}”.`,
};

function brokenFile(config: Config): string {
	return (
		`Tệp cơ sở dữ liệu trong ${config.dataDir} bị hỏng. Đừng xóa: hãy giữ lại, rồi khôi phục từ bản sao lưu.\n` +
		"The database file is broken. Keep it, and restore from a backup."
	);
}

/** The sentence for an error at start, or null when it is none of those that a person can mend. */
export function explainStartError(error: unknown, config: Config): string | null {
	for (let cause = error; cause instanceof Error; cause = cause.cause) {
		const found = sentences[codeOf(cause)];
		if (found) return found(config);
		if (/timeout exceeded when trying to connect/i.test(cause.message)) return sentences.ETIMEDOUT?.(config) ?? null;
	}
	return null;
}

/** `SQLITE_IOERR_WRITE` and the like keep their family; a host with two addresses fails with an error of errors. */
function codeOf(error: Error): string {
	const code = String((error as NodeJS.ErrnoException).code ?? "");
	if (code === "" && error instanceof AggregateError && error.errors[0] instanceof Error)
		return codeOf(error.errors[0]);
	return code.startsWith("SQLITE_") ? code.split("_", 2).join("_") : code;
}
