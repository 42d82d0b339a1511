import type { Ctx } from "#app/domain/ctx.ts";
import { dropFiles, keepFile, type NewFile } from "#app/domain/evidence/commands.ts";

/** Files of a paper by kind, for the actor's own unit. */
type PaperFiles<Kind extends string> = Record<Kind, Omit<NewFile, "unitId">>;

/**
 * Keeps the files of a paper, then issues it with their ids: refused at the last moment, they are destroyed again. Throws what `issue`
 * throws.
 */
export async function issueWithKept<Kind extends string>(
	ctx: Ctx,
	files: PaperFiles<Kind>,
	issue: (ids: Record<Kind, string>) => Promise<void>,
): Promise<void> {
	const ids: Partial<Record<Kind, string>> = {};
	try {
		for (const kind of Object.keys(files) as Kind[]) {
			ids[kind] = (await keepFile(ctx, { unitId: ctx.actor.unitId, ...files[kind] })).id;
		}
		await issue(ids as Record<Kind, string>);
	} catch (refused) {
		// What cannot be taken back stays, linked to nothing: why it was refused is what the person has to hear.
		await dropFiles(ctx, Object.values(ids)).catch(() => undefined);
		throw refused;
	}
}
