import { createReadStream } from "node:fs";
import { type FileHandle, mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import yazl from "yazl";
import type { Ctx } from "#app/domain/ctx.ts";
import { photoKey } from "#app/domain/evidence/photos.ts";
import { answerKey } from "#app/domain/forms/answers.ts";
import { prepare } from "#app/domain/forms/prepare.ts";
import { isRoster, rowsOf, rowTitle } from "#app/domain/forms/rows.ts";
import type { DataFilter, SentReturn } from "#app/domain/reports/data-queries.ts";
import { type ArchivedPhoto, sentPhotos } from "#app/domain/reports/photo-queries.ts";
import type { Cell, Column } from "#app/domain/reports/schema.ts";
import { photoWords } from "#app/i18n/photos.ts";
import type { Campaign } from "./campaign-sheets.ts";
import { csvCell, csvEnd, csvHead } from "./csv.ts";
import { pathPart } from "./photo-names.ts";

/** Of the list inside; the same in every language, so that programs find it. */
const LIST = "danh-sach.csv";

/**
 * The photographs of a campaign as a ZIP archive, `<commune>/<code> <school>/<item>[-row]-n.jpg`, and a list of them with their hashes. One picture is
 * read at a time and none is packed (JPEG does not shrink); the list waits in a file of its own. What remains in memory is the
 * directory that every archive ends with, some hundred bytes a picture. A file that breaks off is told to `fail`.
 */
export function photosZip(
	ctx: Ctx,
	campaign: Campaign,
	filter: DataFilter,
	footer: (rows: number) => string,
	fail: (error: unknown) => void,
): Readable {
	const zip = new yazl.ZipFile();
	const out = zip.outputStream as Readable;
	zip.on("error", (error) => out.destroy(error));
	write(ctx, campaign, filter, footer, zip, out).catch((error) => {
		// A reader who went away is no fault of ours.
		if (!out.destroyed) fail(error);
		out.destroy(error);
	});
	return out;
}

async function write(
	ctx: Ctx,
	campaign: Campaign,
	filter: DataFilter,
	footer: (rows: number) => string,
	zip: yazl.ZipFile,
	out: Readable,
): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), "photos-"));
	const path = join(folder, LIST);
	try {
		const list = await open(path, "w", 0o600);
		try {
			await writePhotos(ctx, campaign, filter, footer, zip, out, list);
		} finally {
			await list.close();
		}
		const listed = add(zip, out, LIST, new Date(ctx.now), async () => createReadStream(path));
		zip.end();
		await listed;
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

async function writePhotos(
	ctx: Ctx,
	campaign: Campaign,
	filter: DataFilter,
	footer: (rows: number) => string,
	zip: yazl.ZipFile,
	out: Readable,
	list: FileHandle,
): Promise<void> {
	const columns = columnsOf(ctx);
	await list.write(csvHead(columns));
	let count = 0;
	for await (const { of, photos } of sentPhotos(ctx, campaign.id, filter)) {
		const names = namesOf(ctx, campaign, of, photos);
		let lines = "";
		for (const [at, photo] of photos.entries()) {
			const name = names[at] ?? photo.id;
			// In a box that is emptied: the archive remembers its entries to the end, and would remember their bytes with them.
			const box = { bytes: await ctx.files.get(photoKey(photo.key, "whole")).catch(() => null) };
			const there = box.bytes !== null;
			// Gone from the store: the list says so, and the rest is worth having all the same.
			if (there) await add(zip, out, name, new Date(photo.taken_at ?? photo.received_at), async () => emptied(box));
			const cells = cellsOf(
				of,
				photo,
				there ? name : `${name} (${photoWords[ctx.locale].archive.missing})`,
				titleOf(campaign, of, photo),
			);
			lines += `${columns.map((column, i) => csvCell(cells[i] ?? null, column)).join(",")}\r\n`;
			count += 1;
		}
		await list.write(lines);
	}
	await list.write(csvEnd(columns, footer(count)));
}

function emptied(box: { bytes: Uint8Array | null }): Readable {
	const { bytes } = box;
	box.bytes = null;
	return Readable.from(bytes ? [bytes] : []);
}

/** One entry; done when the archive has come to it and read it, so that no more than one waits in memory. */
function add(
	zip: yazl.ZipFile,
	out: Readable,
	name: string,
	mtime: Date,
	read: () => Promise<Readable>,
): Promise<void> {
	return new Promise((resolve, reject) => {
		const gone = () => reject(new Error("the reader of the archive went away"));
		if (out.destroyed) return gone();
		out.once("close", gone);
		zip.addReadStreamLazy(name, { compress: false, mtime }, (give) => {
			read().then((stream) => {
				stream.once("end", () => {
					out.off("close", gone);
					resolve();
				});
				stream.once("error", reject);
				give(null, stream);
			}, reject);
		});
	});
}

/** Numbered within their answer. Rows bear their place and name; two rows of one name stay apart by the place. */
function namesOf(ctx: Ctx, campaign: Campaign, of: SentReturn, photos: readonly ArchivedPhoto[]): string[] {
	const folder = `${pathPart(of.commune || "-")}/${pathPart(`${of.code} ${of.name}`)}`;
	const { rosterOf, rosterCodes } = prepare(campaign.definition);
	const rows = rowsOf(of.answers, rosterCodes);
	const taken = new Map<string, number>();
	return photos.map((photo) => {
		const key = answerKey(photo.item, photo.row);
		const n = (taken.get(key) ?? 0) + 1;
		taken.set(key, n);
		const place = (rows.get(rosterOf.get(photo.item) ?? "") ?? []).indexOf(photo.row) + 1;
		const title = titleOf(campaign, of, photo);
		const row =
			photo.row === "" ? "" : `-${photoWords[ctx.locale].archive.rowWord} ${place}${title ? ` ${title}` : ""}`;
		return `${folder}/${pathPart(`${photo.item}${row}`)}-${n}.jpg`;
	});
}

function titleOf(campaign: Campaign, of: SentReturn, { item, row }: ArchivedPhoto): string | null {
	const section = prepare(campaign.definition).sectionOf.get(item);
	return row !== "" && isRoster(section) ? rowTitle(section, of.answers, row) : null;
}

function columnsOf(ctx: Ctx): Column[] {
	const t = photoWords[ctx.locale].archive;
	const text = (label: string): Column => ({ label, kind: "text", width: 20 });
	const whole = (label: string): Column => ({ label, kind: "integer", width: 9 });
	return [
		...[t.file, t.schoolCode, t.school, t.commune, t.item, t.row, t.rowName, t.takenAt, t.receivedAt].map(text),
		...[t.width, t.height, t.bytes].map(whole),
		text(t.sha256),
	];
}

function cellsOf(of: SentReturn, photo: ArchivedPhoto, name: string, title: string | null): Cell[] {
	return [
		...[name, of.code, of.name, of.commune, photo.item, photo.row, title, photo.taken_at, photo.received_at],
		...[photo.width, photo.height, photo.bytes, photo.sha256],
	];
}
