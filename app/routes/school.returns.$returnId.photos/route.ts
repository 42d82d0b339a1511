import { isId } from "#app/domain/id.ts";
import { demand } from "#app/domain/people/policy.ts";
import { problem } from "#app/domain/problem.ts";
import { addPhoto, removePhoto } from "#app/domain/returns/photos.ts";
import { photoPlace } from "#app/domain/returns/schema.ts";
import { act, page } from "#app/platform/door.ts";
import { checkForm } from "#app/platform/form.ts";
import { encodePhoto } from "#app/platform/pictures/photo.ts";
import { photoBody } from "#app/platform/pictures/photo-post.ts";
import { answerSaver } from "#app/platform/saver.ts";
import { issueMessage } from "#app/ui/issue-message.ts";

export const loader = page("anyone", async () => {
	throw problem("not_found", {});
});

/**
 * Where devices bring photographs, one a request: `?id&item&row&takenAt` and the bytes as the body; `?remove=id` takes one out. Who has no
 * session is told so (401), as by `/sync`: the device keeps the picture and asks the person to sign in.
 */
export const action = act("anyone", async ({ ctx, params, request, url, http }) => {
	return answerSaver(ctx, http, async (ctx) => {
		demand(ctx.actor, "returns.fill");
		const { returnId } = params;
		if (!isId(returnId)) throw problem("not_found", {});
		const { remove, ...place } = Object.fromEntries(url.searchParams);
		if (remove !== undefined) {
			await removePhoto(ctx, returnId, remove);
			return { removed: remove };
		}
		const photo = checkForm(place, photoPlace, issueMessage(ctx.locale));
		return addPhoto(ctx, returnId, { ...photo, bytes: await photoBody(request) }, encodePhoto);
	});
});
