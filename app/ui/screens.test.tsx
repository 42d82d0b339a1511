import { expect, test } from "vitest";
import { MandatoryMark, StatusBadge } from "./badge.tsx";
import { Button } from "./button.tsx";
import { ErrorScreen } from "./error-screen.tsx";
import { FilterChips, FilterForm, FilterSelect, SearchBox } from "./filters.tsx";
import { OfficeShell } from "./office-shell.tsx";
import { Pager } from "./pager.tsx";
import { AnswerProgress, SectionRing } from "./progress.tsx";
import { SaveState } from "./save-state.tsx";
import { SchoolShell } from "./school-shell.tsx";
import { StatBar } from "./stat-bar.tsx";
import { DataTable } from "./table.tsx";
import { TaskList } from "./task-list.tsx";
import { attribute, danglingIds, draw, tag } from "./testing.tsx";
import type { Tone } from "./tone.ts";

const user = { name: "Trần Văn Tuấn", role: "Hiệu trưởng", accountTo: "/me", theme: "dark" as const };
const items = [
	{ to: "/office", label: "Tổng quan", end: true },
	{ to: "/office/campaigns", label: "Đợt báo cáo", count: 3 },
];

const schools = [
	{ id: "1", name: "Trường Mầm non Giao An", percent: "92,5" },
	{ id: "2", name: "Trường Mầm non Giao Hải", percent: "" },
];

test("a table is named, its first column names the row and opens it, its cells know their column", async () => {
	const html = await draw(
		<DataTable
			caption="Đơn vị nhận"
			rows={schools}
			rowKey={(row) => row.id}
			rowTo={(row) => `/office/returns/${row.id}`}
			columns={[
				{ key: "name", header: "Đơn vị", cell: (row) => row.name },
				{ key: "percent", header: "%", label: "Tỷ lệ %", numeric: true, cell: (row) => row.percent },
			]}
		/>,
	);
	expect(html).toMatch(/<caption[^>]*>Đơn vị nhận<\/caption>/);
	expect(html.match(/<th scope="col"/g)).toHaveLength(2);
	expect(html).toMatch(/<th scope="row"[^>]*><a[^>]*href="\/office\/returns\/1"[^>]*>Trường Mầm non Giao An/);
	expect(tag(html, "<section")).toContain('tabindex="0"');
	expect(html.match(/data-label="Tỷ lệ %"/g)).toHaveLength(2);
	expect(html.match(/data-empty="true"/g)).toHaveLength(1);
});

test("filters keep the URL's other parameters and go back to the first page", async () => {
	const url = "/office/returns?status=late&q=giao&after=abc";
	const html = await draw(
		<>
			<FilterForm keep={["status"]}>
				<SearchBox value="giao" />
				<FilterSelect name="commune" label="Xã" value="x1" options={[{ value: "x1", label: "Giao An" }]} />
			</FilterForm>
			<FilterChips
				label="Trạng thái"
				param="status"
				current="late"
				chips={[
					{ value: "", label: "Tất cả" },
					{ value: "late", label: "Quá hạn" },
				]}
			/>
		</>,
		{ url },
	);
	expect(attribute(tag(html, "<form"), "method")).toBe("get");
	expect(tag(html, 'type="hidden"', 'name="status"')).toContain('value="late"');
	expect(html).not.toContain('name="after"');
	expect(html).toContain('href="/office/returns?q=giao"');
	expect(tag(html, 'aria-current="true"')).toContain("status=late");
	expect(html).toMatch(/<option value="x1" selected="">/);
	expect(danglingIds(html)).toEqual([]);
});

test("paging sets one cursor and keeps the filters", async () => {
	const html = await draw(<Pager next="n1" previous="p1" />, { url: "/l?q=a&after=x" });
	expect(html).toContain('href="/l?q=a&amp;after=n1"');
	expect(html).toContain('href="/l?q=a&amp;before=p1"');
	expect(await draw(<Pager next={null} />)).toBe("");
});

test.each([
	["office", OfficeShell],
	["school", SchoolShell],
] as const)("the %s frame works without script", async (_, Shell) => {
	const html = await draw(
		<Shell unitName="Phòng GD&ĐT" items={items} user={user}>
			<h1>Đợt</h1>
		</Shell>,
		{ url: "/office/campaigns?x=1" },
	);
	expect(tag(html, "<a ")).toContain('href="#main"');
	expect(tag(html, "<main")).toContain('id="main"');
	expect(html).toContain("<details");
	expect(tag(html, 'action="/sign-out"')).toContain('method="post"');
	expect(tag(html, 'action="/me/locale"')).toContain('method="post"');
	expect(tag(html, 'name="locale"', 'value="en"')).toContain('type="submit"');
	expect(tag(html, 'name="back"')).toContain('value="/office/campaigns?x=1"');
	expect(tag(html, 'name="theme"', 'value="dark"')).toContain('aria-pressed="true"');
	expect(tag(html, 'aria-current="page"')).toContain('href="/office/campaigns"');
	expect(danglingIds(html)).toEqual([]);
	expect(html).not.toMatch(/\sstyle="|<script/);
});

test("every tone of a badge has a shape of its own", async () => {
	const tones: Tone[] = ["neutral", "accent", "good", "warn", "bad"];
	const shapes = await Promise.all(
		tones.map(async (tone) => /<svg.*<\/svg>/.exec(await draw(<StatusBadge tone={tone}>Đạt</StatusBadge>))?.[0]),
	);
	expect(new Set(shapes.map((shape) => shape?.replace(/^<svg[^>]*>/, ""))).size).toBe(tones.length);
	expect(await draw(<MandatoryMark short />)).toContain("bắt buộc");
});

test("pictures say their figures in words, and parts never exceed the whole", async () => {
	const counts = { met: 5, unmet: 1, na: 1, open: 3 };
	expect(await draw(<AnswerProgress counts={counts} label="Tiến độ" />)).toContain(
		"5 đạt, 1 chưa đạt, 1 không áp dụng, 3 chưa trả lời",
	);
	expect(await draw(<SectionRing counts={counts} label="Phần B" />)).toContain("Phần B: đã trả lời 7 trong 10 mục");
	expect(await draw(<SectionRing counts={{ met: 0, unmet: 0, na: 0, open: 0 }} label="Trống" />)).not.toContain("NaN");
	const over = await draw(<StatBar label="Nộp" total={4} segments={[{ label: "đúng hạn", value: 8, tone: "good" }]} />);
	expect(attribute(tag(over, "<rect"), "width")).toBe("100%");
});

test("the state of saving shows the office's clock", async () => {
	const saved = await draw(<SaveState state={{ kind: "saved", at: "2026-11-23T07:05:00.000Z" }} />);
	expect(saved).toContain("Đã lưu lúc 14:05");
	expect(saved).toContain('aria-live="polite"');
	expect(await draw(<SaveState state={{ kind: "waiting", waiting: 3 }} />)).toContain("Chờ mạng (3)");
});

test("a task's link is described by its status", async () => {
	const html = await draw(<TaskList tasks={[{ key: "a", to: "/a", title: "Phần A", status: "Đã xong" }]} />);
	expect(attribute(tag(html, "<a "), "aria-describedby")).toBeTruthy();
	expect(danglingIds(html)).toEqual([]);
});

test("an error page speaks both languages and gives the reference", async () => {
	const html = await draw(<ErrorScreen kind="bug" reference="req-123" />, { locale: "en" });
	expect(html).toMatch(/<h1[^>]*>Something went wrong/);
	expect(html).toContain("req-123");
	expect(html).toMatch(/lang="vi"[^>]*>.*Hệ thống gặp lỗi/);
});

test("a busy button stays readable and is not disabled", async () => {
	const html = await draw(<Button busy>Gửi</Button>);
	expect(tag(html, "<button")).toContain('aria-disabled="true"');
	expect(tag(html, "<button")).not.toMatch(/\sdisabled/);
});
