import { expect, test } from "vitest";
import { preschool } from "#app/domain/forms/fixtures.ts";
import { roomsForm } from "#app/domain/forms/fixtures-rosters.ts";
import { prepare } from "#app/domain/forms/prepare.ts";
import { definition as definitionSchema } from "#app/domain/forms/schema.ts";
import { partsWords } from "#app/i18n/authoring-parts.ts";
import { danglingIds, draw, tag } from "../testing.tsx";
import { FigureCard, type FigureDraft, freshFigure, wholeFigure } from "./figure-card.tsx";
import { freshLight, LightCard, wholeLight } from "./light-card.tsx";
import { freshList, ListCard, wholeList } from "./list-card.tsx";
import { PartList } from "./part-list.tsx";
import { PhonePreview } from "./phone-preview.tsx";
import { PrefillEditor } from "./prefill-editor.tsx";
import { RefusesEditor } from "./refuses-editor.tsx";

const form = definitionSchema.parse(roomsForm);
const nothing = () => undefined;

function sound(html: string): string {
	expect(danglingIds(html)).toEqual([]);
	expect(html).not.toMatch(/\sstyle="|undefined|\[object/);
	return html;
}

const figures = (definition: typeof form) => (
	<PartList<FigureDraft, (typeof form.figures)[number]>
		part="figure"
		words={partsWords.vi.figures}
		stem="so"
		most={100}
		definition={definition}
		value={definition.figures}
		onChange={nothing}
		fresh={freshFigure}
		wholeOf={wholeFigure}
		card={(props) => <FigureCard {...props} />}
	/>
);

test("columns say what they take and how totals are made of it", async () => {
	const html = sound(await draw(figures(form)));
	expect(html).toContain("Mỗi trường ghi tổng “Số mắt” của mọi khu vực; dòng tổng cộng các trường lại.");
	expect(html).toMatch(/Mỗi trường ghi tỷ lệ phần trăm của tổng “Đang hoạt động”[^<]* trên tổng “Số mắt”/);
	expect(html).toMatch(/Ghi Có khi tổng “Số mắt” của những khu vực mà[^<]*lớn hơn 0; dòng tổng đếm số trường ghi Có\./);
	expect(html.match(/Cột chưa chọn xong/g)).toBeNull();
});

test("a column that names what is not there says so at its place", async () => {
	const [first, ...rest] = form.figures;
	if (!first) throw new Error("the fixture has columns");
	const broken = { ...form, figures: [{ ...first, value: { op: "answer" as const, item: "GONE" } }, ...rest] };
	const html = sound(await draw(figures(broken)));
	expect(html).toContain("Tại số liệu F-ALL có nhắc đến GONE");
});

test("lights and lists are said, and everything they need is asked", async () => {
	const [light] = form.lights;
	const [list] = form.lists;
	if (!light || !list) throw new Error("the fixture has a light and a list");
	const props = { definition: form, taken: new Set<string>(), onChange: nothing };
	const lit = sound(await draw(<LightCard {...props} value={light} />));
	expect(lit).toMatch(
		/Xanh khi tổng “Đang hoạt động”[^<]*\. Nếu không, vàng khi [^<]*\. Các trường hợp còn lại là đỏ\./,
	);
	expect(lit).toMatch(/Chỉ xét khi tổng “Số mắt” của mọi khu vực lớn hơn 0/);
	const drawn = sound(await draw(<ListCard {...props} value={list} />));
	expect(drawn).toMatch(/Lấy những khu vực mà [^<]+, với các cột “/);
	const blank = sound(await draw(<LightCard {...props} value={freshLight("den-1")} />));
	expect(blank.match(/Hãy viết câu cho màu này\./g)).toHaveLength(3);
});

test("what is not whole yet is no part of the form", () => {
	const [figure] = form.figures;
	const [light] = form.lights;
	const [list] = form.lists;
	if (!figure || !light || !list) throw new Error("the fixture has one of each");
	expect(wholeFigure(figure)).toEqual(figure);
	expect(wholeFigure(freshFigure("so-9"))).toBeNull();
	expect(wholeFigure({ ...figure, label: { vi: " " } })).toBeNull();
	expect(wholeFigure({ ...figure, type: "share" })).toBeNull();
	expect(wholeLight(light)).toEqual(light);
	expect(wholeLight({ ...light, amber: undefined })).toBeNull();
	expect(wholeLight({ ...light, says: { ...light.says, red: { vi: "" } } })).toBeNull();
	expect(wholeList(list)).toEqual(list);
	expect(wholeList({ ...list, items: [] })).toBeNull();
	expect(wholeList({ ...freshList("ds-9"), title: { vi: "Mọi trường" }, items: ["ROOMS"] })).not.toBeNull();
});

test("rows from the record are said with their names and answers", async () => {
	const section = prepare(form).rosters.get("R");
	if (!section) throw new Error("the fixture has rows");
	const { roster, items } = section;
	const html = sound(
		await draw(<PrefillEditor items={items} title={roster.title} value={roster.prefill} onChange={nothing} />),
	);
	expect(html).toContain("Mỗi phòng học trong hồ sơ trường thành một dòng: “Phòng 1”, “Phòng 2”…");
	expect(html).toContain("Điền sẵn “Loại khu vực” là Sân chơi.");
	const same = [{ from: "sites" as const, name: "Điểm trường", set: { GONE: 1 } }];
	const wrong = sound(await draw(<PrefillEditor items={items} title="NAME" value={same} onChange={nothing} />));
	expect(wrong).toContain("Mọi dòng sẽ cùng tên");
	expect(wrong).toContain("Mục GONE không còn trong phần này.");
});

test("refused words are said as the person will meet them", async () => {
	const value = { words: ["nhà vệ sinh", "wc"], message: { vi: "Không lắp camera ở nhà vệ sinh" } };
	const html = sound(await draw(<RefusesEditor value={value} onChange={nothing} />));
	expect(html).toContain("Câu trả lời có “nhà vệ sinh” hoặc “wc” không được nhận.");
	expect(tag(html, 'name="refuses.words"')).not.toContain('aria-invalid="true"');
	expect(await draw(<RefusesEditor value={undefined} onChange={nothing} />)).not.toContain("refuses.words");
});

test("the phone offers what the record would fill in, and tells lights and figures", async () => {
	const html = sound(await draw(<PhonePreview definition={form} facts={preschool} onFactsChange={nothing} />));
	expect(html).toMatch(/Điền sẵn từ hồ sơ trường \(\d+ dòng\)/);
	expect(html).toContain("Camera hoạt động");
	expect(html).toContain("Tỷ lệ hoạt động");
});
