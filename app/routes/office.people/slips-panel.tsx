import { useLoaderData } from "@remix-run/react";
import { peopleWords } from "#app/i18n/people.ts";
import { Button } from "#app/ui/button.tsx";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { Checkbox } from "#app/ui/choice.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { loader } from "./route.ts";
import type { Loaded } from "./screen.tsx";

type Panel = Extract<Loaded["panel"], { is: "slips" }>;

/** Slips for those of the filtered list who wait for one. A plain form: its answer is the page to print. */
export function SlipsPanel({ panel }: { panel: Panel }) {
	const t = useWords(peopleWords);
	const { filter } = useLoaderData<typeof loader>();
	return (
		<Card labelledBy="slips">
			<CardHeader title={t.print.title} id="slips" actions={<TextLink to="?">{t.list.close}</TextLink>} />
			{panel.made > 0 && (
				<div className="mb-4">
					<Notice tone="success" live>
						{t.bulk.made(panel.made)}
					</Notice>
				</div>
			)}
			<p className="mb-4 text-muted">{t.print.text}</p>
			{panel.count === 0 ? (
				<p className="font-medium">{t.print.none}</p>
			) : (
				<form method="post" action="/office/people/slips" className="grid gap-3">
					<p className="font-medium">{t.print.count(panel.count)}</p>
					<input type="hidden" name="q" value={filter.q} />
					<input type="hidden" name="unit" value={filter.unit ?? ""} />
					<input type="hidden" name="role" value={filter.role ?? ""} />
					{panel.fresh > 0 && <Checkbox name="fresh" value="1" defaultChecked label={t.print.fresh(panel.fresh)} />}
					{panel.count > panel.atOnce && <p className="text-muted">{t.print.atOnce(panel.atOnce)}</p>}
					<div>
						<Button type="submit" variant="primary">
							{t.print.submit}
						</Button>
					</div>
				</form>
			)}
		</Card>
	);
}
