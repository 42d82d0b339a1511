import { randomInt } from "node:crypto";
import type { Actor, Ctx, Role } from "#app/domain/ctx.ts";
import { newId } from "#app/domain/id.ts";
import { createPerson } from "#app/domain/people/accounts.ts";
import { schoolUsername } from "#app/domain/people/rules.ts";
import type { District } from "./district.ts";
import { type Random, randomFrom } from "./random.ts";
import type { SeededUnit } from "./units.ts";

/** An account to try the demo district with. Printed once, and kept in `DATA_DIR/demo-accounts.txt`. */
export type DemoAccount = {
	role: Role;
	name: string;
	unit: string;
	username: string;
	password: string;
	/** What there is to try, in Vietnamese. */
	tryOut: string;
};

/** Everybody of the demo district, as they act in its story. */
export type Cast = {
	admin: Actor;
	officer: Actor;
	/** Heads by school id. */
	heads: Map<string, Actor>;
	/** Teachers and deputies by school id. */
	staff: Map<string, Actor[]>;
	accounts: DemoAccount[];
};

/** Schools whose heads have a password, by code, and what waits for them. `stories.ts` sees to it that it does. */
export const openSchools = {
	half: "36365012",
	sentBack: "36365017",
	notStarted: "36365001",
	primary: "36365031",
	group: "36365075",
} as const;

const tryOut: Record<string, string> = {
	[openSchools.half]: "Bảng kiểm đang làm dở; Bộ Quy tắc đã ban hành, còn người chưa ký",
	[openSchools.sentBack]: "Phòng trả lại một số mục: sửa, gửi lại; Bộ Quy tắc đang lấy ý kiến",
	[openSchools.notStarted]: "Chưa bắt đầu: điền từ đầu trên điện thoại",
	[openSchools.primary]: "Trường tiểu học: bảng kiểm gần xong; Bộ Quy tắc đã quyết định, chờ công khai",
	[openSchools.group]: "Nhóm trẻ độc lập, chưa bắt đầu; đang soạn Bộ Quy tắc",
};

const surnames = "Nguyễn,Trần,Phạm,Lê,Vũ,Đỗ,Mai,Cao,Đoàn,Phan".split(",");
const womenNames =
	"Thị Hương,Thị Mai,Thị Lan,Thị Thu Hà,Thị Ngọc,Thị Hạnh,Thị Thanh Nga,Thị Huệ,Thị Oanh,Thị Minh".split(",");
const menNames =
	"Văn Hùng,Đức Thắng,Quang Vinh,Văn Tuấn,Xuân Trường,Ngọc Sơn,Hữu Phúc,Văn Dũng,Minh Đức,Văn Kiên".split(",");

/**
 * Accounts through the people room: an administrator, an officer, a reader, a head for every school. Heads wait for their slip, except
 * those of `openSchools` who, like the office, have a generated password and may keep it. `ctx` is of the time of creation.
 */
export async function seedAccounts(ctx: Omit<Ctx, "actor">, district: District): Promise<Cast> {
	const { office } = district;
	const accounts: DemoAccount[] = [];
	const create = async (by: Actor, at: SeededUnit, person: NewPerson): Promise<Actor> => {
		const password = person.tryOut === undefined ? undefined : newPassword();
		const { name, username, role } = person;
		const ids = await createPerson(
			{ ...ctx, actor: by },
			{ name, username, role, unitId: at.id, ...(password ? { password, keepPassword: true } : {}) },
		);
		if (password && person.tryOut !== undefined) {
			accounts.push({ role, name, unit: at.name, username, password, tryOut: person.tryOut });
		}
		return { ...ids, name, username, role, unitId: at.id, unitName: at.name, unitPath: at.path };
	};

	const admin = await create(installer(office), office, {
		role: "office_admin",
		name: "Phạm Văn Quản",
		username: "quantri",
		tryOut: "Quản trị: đơn vị, tài khoản, thư viện mẫu, nhật ký",
	});
	const officer = await create(admin, office, {
		role: "officer",
		name: "Nguyễn Thị Chuyên",
		username: "chuyenvien",
		tryOut: "Chuyên viên: công văn 566-CV/HU, phát hành đợt, duyệt báo cáo",
	});
	await create(admin, office, {
		role: "reader",
		name: "Ban Tuyên giáo Huyện ủy",
		username: "bantuyengiao",
		tryOut: "Lãnh đạo, Ban Tuyên giáo: xem tổng hợp, tải kết quả",
	});

	const heads = new Map<string, Actor>();
	for (const school of district.schools) {
		const name = headName(school.code, school.facts.kind);
		const person = { role: "principal" as const, name, username: schoolUsername(school.code) };
		const open = tryOut[school.code];
		heads.set(school.id, await create(officer, school, open === undefined ? person : { ...person, tryOut: open }));
	}

	const staff = new Map<string, Actor[]>();
	for (const school of district.schools) {
		const head = heads.get(school.id);
		const people: Actor[] = [];
		for (const person of head ? staffOf(school.code, school.facts.kind) : []) {
			people.push(await create(head as Actor, school, person));
		}
		staff.set(school.id, people);
	}
	return { admin, officer, heads, staff, accounts };
}

/** A few teachers of a school, who wait for their slip; at one school a deputy and a teacher who can sign in. */
function staffOf(code: string, kind: string): NewPerson[] {
	const random = randomFrom(`staff/${code}`);
	const teachers = Array.from({ length: kind === "NTDL" ? 1 : random.whole(2, 4) }, (_, at) => ({
		role: "teacher" as const,
		name: personName(random, kind),
		username: `gv${at + 1}.${code}`,
	}));
	if (code !== openSchools.half) return teachers;
	return [
		{
			role: "deputy",
			name: "Trần Thị Phó",
			username: `pho.${code}`,
			tryOut: "Phó hiệu trưởng: điền giúp, không gửi được",
		},
		{
			role: "teacher",
			name: "Vũ Thị Giáo",
			username: `gv.${code}`,
			tryOut: "Giáo viên: đọc và ký xác nhận Bộ Quy tắc ứng xử",
		},
		...teachers,
	];
}

type NewPerson = { role: Role; name: string; username: string; tryOut?: string };

/** Who enters the first administrator: nobody has an account yet, so the log names the seeding itself. */
function installer(office: SeededUnit): Actor {
	return {
		personId: newId(),
		name: "Khởi tạo dữ liệu mẫu",
		username: "",
		role: "office_admin",
		unitId: office.id,
		unitName: office.name,
		unitPath: office.path,
		membershipId: newId(),
	};
}

const oftenWomen = new Set(["MN", "NTDL", "TH", "CB"]);

/** An invented name; the same for the same school each time. */
function headName(code: string, kind: string): string {
	return personName(randomFrom(`head/${code}`), kind);
}

function personName(random: Random, kind: string): string {
	const woman = random.chance(oftenWomen.has(kind) ? 0.9 : 0.4);
	return `${random.pick(surnames)} ${random.pick(woman ? womenNames : menNames)}`;
}

const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

/** Twelve characters that are not mistaken for one another, in groups: some 59 bits. */
function newPassword(): string {
	const group = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join("");
	return `${group()}-${group()}-${group()}`;
}
