import { text } from "node:stream/consumers";
import { renderToPipeableStream, renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { PageStream } from "./page-stream.ts";

const lengths = Array.from({ length: 40 }, (_, i) => i);

/** Fields of Vietnamese text; each `offset` moves the letters against the ends of React's buffers. */
function Fields({ offset }: { offset: number }) {
	return (
		<form title={"x".repeat(offset)}>
			{lengths.map((i) => (
				<input
					key={i}
					aria-label="Xã, thị trấn"
					defaultValue={`Trường Mầm non Giao Thịnh đã sửa ${i} chỗ ở cổng trường`}
				/>
			))}
		</form>
	);
}

test("a page arrives letter by letter as it was drawn, wherever React's buffers end", async () => {
	for (const offset of lengths) {
		const page = <Fields offset={offset} />;
		const body = await text(renderToPipeableStream(page).pipe(new PageStream()));
		expect(body).toBe(renderToStaticMarkup(page));
	}
});
