import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { username } from "#app/domain/people/schema.ts";
import { Problem } from "#app/domain/problem.ts";
import { problemSentence } from "#app/i18n/problems.ts";
import { openApp } from "#app/platform/app.ts";
import { ConfigError, readConfig } from "#app/platform/config.ts";
import { library } from "#db/seed/library/library.ts";
import { isEmpty } from "./seed/empty.ts";
import { createOffice } from "./seed/office.ts";

const USAGE = `Cách dùng (usage), trên cơ sở dữ liệu trống (on an empty database):
  npm run office:create -- --province "36=Sở GD&ĐT Nam Định" --office "36365=Phòng GD&ĐT Giao Thủy" \\
      --communes xa.csv --admin "quantri=Phạm Văn Quản"
  --province, --office   mã=tên của sở và của phòng (code=name)
  --communes             tệp CSV UTF-8, cột code,name: các xã của huyện (communes of the district)
  --admin                tên đăng nhập=họ tên của người quản trị (username=name of the administrator)
In ra mã kích hoạt dùng một lần cho người quản trị (prints the administrator's one-time code).`;

const pair = z
	.string()
	.regex(/^[^=\s][^=]*=.*\S.*$/)
	.transform((text) => [text.slice(0, text.indexOf("=")).trim(), text.slice(text.indexOf("=") + 1).trim()] as const);

const options = z.object({
	province: pair,
	office: pair,
	communes: z.string().min(1),
	admin: pair.refine(([name]) => username.safeParse(name).success),
});
type Options = z.infer<typeof options>;

const communeLines = z.array(z.object({ code: z.string().min(1), name: z.string().min(1) })).min(1);

function readOptions(argv: string[]): Options {
	try {
		const text = { type: "string" } as const;
		const { values } = parseArgs({
			args: argv,
			options: { province: text, office: text, communes: text, admin: text },
		});
		return options.parse(values);
	} catch {
		throw new ConfigError(USAGE);
	}
}

async function readCommunes(path: string) {
	const bytes = await readFile(path).catch(() => {
		throw new ConfigError(`Không đọc được tệp ${path} (cannot read the file).`);
	});
	const parsed = communeLines.safeParse(parse(bytes, { columns: true, bom: true, trim: true, skip_empty_lines: true }));
	if (parsed.success) return parsed.data;
	throw new ConfigError(
		`${path}: cần hai cột code và name, mỗi xã một dòng (columns code and name, one commune a line).`,
	);
}

async function run(argv: string[]): Promise<void> {
	const given = readOptions(argv);
	const communes = await readCommunes(given.communes);
	const app = await openApp({ ...readConfig(process.env), logLevel: "warn" });
	try {
		if (!(await isEmpty(app.store))) {
			throw new ConfigError(
				"Cơ sở dữ liệu này đã có đơn vị; chưa ghi gì thêm (this database has units already; nothing was written).",
			);
		}
		const { code, username } = await createOffice(app, { ...given, communes });
		console.log(
			`Đã lập ${given.office[1]} với ${communes.length} xã và ${library.length} mẫu (office, communes, templates).`,
		);
		console.log(
			`Người quản trị ${username}: mở /activate và nhập mã ${code} để đặt mật khẩu (open /activate with this code).`,
		);
	} finally {
		await app.close();
	}
}

run(process.argv.slice(2)).catch((error) => {
	const known =
		error instanceof ConfigError ? error.message : error instanceof Problem ? problemSentence(error.body, "vi") : error;
	console.error(known);
	process.exit(1);
});
