import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { formatNumber, formatTime } from "#app/i18n/format.ts";
import { picturesWords } from "#app/i18n/pictures.ts";
import { Button } from "#app/ui/button.tsx";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { CommuneMap } from "#app/ui/charts/commune-map.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { ProblemBanner, problemOf } from "#app/ui/problem-banner.tsx";
import { titled } from "#app/ui/titled.ts";
import { UploadCard } from "#app/ui/upload-card.tsx";
import type { action, loader } from "./route.ts";

export const meta = titled(picturesWords, (t) => t.borders.title);

/** The file of borders: what it needs, which is in use, how it looks. */
export function Screen() {
	const { limitBytes } = useLoaderData<typeof loader>();
	const { borders: t } = useWords(picturesWords);
	const problem = problemOf(useActionData<typeof action>());
	return (
		<>
			<PageHeader crumbs={[{ to: "/office/units", label: t.crumb }]} title={t.title} meta={t.meta} />
			<div className="grid max-w-4xl gap-5">
				<ProblemBanner problem={problem} />
				<UploadCard
					label={t.file}
					hint={t.hint}
					accept=".json,.geojson,.topojson,application/json,application/geo+json"
					limitBytes={limitBytes}
					submit={t.submit}
				/>
				<Current />
			</div>
		</>
	);
}

function Current() {
	const { map, missing } = useLoaderData<typeof loader>();
	const { borders: t } = useWords(picturesWords);
	const locale = useLocale();
	if (!map) return <p className="text-muted">{t.noMap}</p>;
	return (
		<Card labelledBy="current">
			<CardHeader id="current" title={t.current} note={map.fileName} />
			<p>{t.kept(formatNumber(map.areas, locale), formatNumber(map.communes, locale))}</p>
			<p className="text-sm text-muted">{t.by(map.by, formatTime(map.at))}</p>
			{missing.length > 0 && <p className="mt-2">{t.missing(missing.join(", "))}</p>}
			<figure aria-label={t.preview} className="mt-4">
				<div className="md:hidden">
					<CommuneMap map={map.picture} base="" bare width={320} id="map-s" linked={false} />
				</div>
				<div className="hidden md:block">
					<CommuneMap map={map.picture} base="" bare width={640} id="map-w" linked={false} />
				</div>
			</figure>
			<Form method="post" encType="multipart/form-data" className="mt-4">
				<Button type="submit" name="intent" value="remove">
					{t.remove}
				</Button>
			</Form>
		</Card>
	);
}
