import { accountOf } from "../../../scripts/demo-site/accounts.ts";
import { signIn } from "../../../scripts/demo-site/sign-in.ts";
import { openSchools } from "../../../scripts/seed/accounts.ts";
import { expect, laptop, phone, test } from "../support/test.ts";

test.use({ data: "accounts" });

const password = "bốn từ khó đoán nhé";

test("accounts for all schools at once, printed slips, and a head who lets themselves in", async ({ site, visit }) => {
	// Two schools that nobody made an account for yet.
	const schools = site.rows<{ id: string; code: string; name: string }>(
		"select u.id, u.code, u.name from unit u join school s on s.school_id = u.id where u.code in ('36365002', '36365003') order by u.code",
	);
	for (const { id } of schools) {
		site.change("update membership set ended_at = created_at where unit_id = ?", id);
		site.change(
			"update person set username = 'cu.' || username where id in (select person_id from membership where unit_id = ?)",
			id,
		);
	}
	const [first] = schools;
	if (!first) throw new Error("the demo has no school 36365002");
	const page = await visit({ account: accountOf(site, "officer"), ...laptop });

	await test.step("the office sees how many and which, and makes them", async () => {
		await page.goto("/office/people");
		await page.getByRole("link", { name: "Tạo tài khoản cho các trường" }).click();
		await expect(page.getByText("2 trường chưa có tài khoản")).toBeVisible();
		await expect(page.getByText(first.name)).toBeVisible();
		await page.getByRole("button", { name: "Tạo 2 tài khoản" }).click();
		await expect(page.getByText("Đã tạo 2 tài khoản.")).toBeVisible();
	});

	let code = "";
	await test.step("the slips are printed for those who never had one", async () => {
		await page.getByRole("button", { name: "Cấp mã và mở trang in" }).click();
		await expect(page.getByRole("heading", { level: 1, name: "Phiếu cấp tài khoản" })).toBeVisible();
		const slip = page.getByRole("article").filter({ hasText: first.name });
		await expect(slip.getByRole("img", { name: "Mã QR mở trang kích hoạt" })).toBeVisible();
		await expect(slip).toContainText(first.code);
		code = (await slip.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/).textContent()) ?? "";
		expect(code).not.toBe("");
		await page.emulateMedia({ media: "print" });
		await expect(page.getByRole("button", { name: "In", exact: true })).toBeHidden();
		await page.emulateMedia({ media: "screen" });
		// On paper each school gets a page of its own.
		const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
		expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(await page.getByRole("article").count());
	});

	const head = await visit(phone);
	await test.step("the head mistypes the code, then types it as people do", async () => {
		await head.goto("/activate");
		await head.getByLabel("Mã kích hoạt").fill("0000-1111-2222");
		await head.getByRole("button", { name: "Tiếp tục" }).click();
		await expect(head.getByRole("alert")).toContainText("Mã kích hoạt chưa đúng");
		await head.getByLabel("Mã kích hoạt").fill(code.toLowerCase().replaceAll("-", " "));
		await head.getByRole("button", { name: "Tiếp tục" }).click();
		await expect(head.getByText(first.name, { exact: true })).toBeVisible();
	});

	await test.step("a short password is refused, a good one opens the school", async () => {
		await head.getByLabel("Mật khẩu mới").fill("ngắn");
		await head.getByRole("button", { name: "Đặt mật khẩu và đăng nhập" }).click();
		await expect(head.getByRole("alert")).toBeVisible();
		await head.getByLabel("Mật khẩu mới").fill(password);
		await head.getByRole("button", { name: "Đặt mật khẩu và đăng nhập" }).click();
		await expect(head).toHaveURL(/\/school$/);
		await expect(head.getByRole("banner")).toContainText(first.name);
	});

	await test.step("the slip works once", async () => {
		const other = await visit(phone);
		await other.goto(`/activate?code=${code}`);
		await expect(other.getByRole("alert")).toContainText("chỉ dùng được một lần");
	});

	await test.step("the office sees the account in use", async () => {
		await page.goto(`/office/people?q=${first.code}`);
		await expect(page.getByRole("row").filter({ hasText: first.name })).toContainText("Đang dùng");
	});
});

test("a head makes an account for a teacher, prints the slip, and the teacher comes in", async ({ site, visit }) => {
	const head = await visit({ account: accountOf(site, "principal", openSchools.half), ...phone });
	await head.goto("/school/people");
	const form = head.getByRole("region", { name: "Thêm một người" });

	await test.step("a taken username is refused and what was typed stays", async () => {
		await form.getByLabel("Họ và tên").fill("Nguyễn Thị Ước");
		await form.getByLabel("Tên đăng nhập").fill(`gv.${openSchools.half}`);
		await form.getByLabel("Vai trò").selectOption("teacher");
		await form.getByRole("button", { name: "Tạo tài khoản" }).click();
		await expect(head.getByRole("alert")).toContainText("đã có người dùng");
		await expect(form.getByLabel("Họ và tên")).toHaveValue("Nguyễn Thị Ước");
	});

	let code = "";
	await test.step("the proposed one is taken, and the slip printed", async () => {
		await form.getByLabel("Tên đăng nhập").fill("uocnt.36365012");
		await form.getByRole("button", { name: "Tạo tài khoản" }).click();
		await expect(head.getByText("Đã tạo tài khoản.")).toBeVisible();
		await head.getByRole("button", { name: "Cấp mã và in phiếu" }).first().click();
		const slip = head.getByRole("article").filter({ hasText: "Nguyễn Thị Ước" });
		code = (await slip.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/).textContent()) ?? "";
	});

	await test.step("the teacher scans it, even without script", async () => {
		const teacher = await visit({ ...phone, javaScriptEnabled: false });
		await teacher.goto(`/activate?code=${code}`);
		await teacher.getByLabel("Mật khẩu mới").fill(password);
		await teacher.getByRole("button", { name: "Đặt mật khẩu và đăng nhập" }).click();
		await expect(teacher).toHaveURL(/\/school$/);
	});

	await test.step("blocked by the head, the teacher is out at once", async () => {
		const teacher = await visit(phone);
		await signIn(teacher, { username: "uocnt.36365012", password });
		await head.goto("/school/people");
		await head.getByText("Quản lý Nguyễn Thị Ước").click();
		await head
			.getByRole("listitem")
			.filter({ hasText: "Nguyễn Thị Ước" })
			.getByRole("button", { name: "Chặn tài khoản" })
			.click();
		await expect(head.getByRole("listitem").filter({ hasText: "Nguyễn Thị Ước" })).toContainText("Bị chặn");
		await teacher.goto("/school");
		await expect(teacher).toHaveURL(/\/sign-in/);
	});
});
