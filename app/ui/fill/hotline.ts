import type { Section } from "#app/domain/forms/schema.ts";

/** Whether the way to help stands above a section: where it says so, and wherever violence or abuse is asked about. */
export function standsHotline(section: Section): boolean {
	return section.hotline === true || section.items.some((item) => /bạo hành|bạo lực|xâm hại/iu.test(item.text.vi));
}
