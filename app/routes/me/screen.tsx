import { Form, useLoaderData, useRouteLoaderData } from "@remix-run/react";
import { ownConductWords } from "#app/i18n/conduct-public.ts";
import { formatTime } from "#app/i18n/format.ts";
import { peopleWords } from "#app/i18n/people.ts";
import { signInWords } from "#app/i18n/sign-in.ts";
import type { loader as rootLoader } from "#app/root.loader.ts";
import { Tag } from "#app/ui/badge.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { PublicShell } from "#app/ui/public-shell.tsx";
import { Select } from "#app/ui/select.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { titled } from "#app/ui/titled.ts";
import { deviceName } from "./device.ts";
import type { loader } from "./route.ts";

export const meta = titled(signInWords, (t) => t.me.title);

export function Screen() {
	const t = useWords(signInWords);
	const { roles } = useWords(peopleWords);
	const conduct = useWords(ownConductWords);
	const me = useLoaderData<typeof loader>();
	return (
		<PublicShell name={t.product} wide>
			<PageHeader crumbs={[{ to: "/", label: t.me.home }]} title={t.me.title} />
			<div className="grid gap-5">
				{me.done === "password" && (
					<Notice tone="success" live>
						{t.change.done}
					</Notice>
				)}
				<Card>
					<SummaryList
						rows={[
							{ key: "name", term: t.me.name, value: me.name },
							{ key: "username", term: t.username, value: me.username },
							{ key: "role", term: t.me.role, value: roles[me.role] },
							{ key: "unit", term: t.me.unit, value: me.unitName },
						]}
					/>
					<div className="mt-5 flex flex-wrap gap-3">
						<LinkButton to="/me/password">{t.me.changePassword}</LinkButton>
						<LinkButton to="/me/conduct">{conduct.title}</LinkButton>
						<Form method="post" action="/sign-out">
							<Button type="submit">{t.me.signOut}</Button>
						</Form>
					</div>
				</Card>
				{me.memberships.length > 1 && <Memberships />}
				<Display />
				<Devices />
			</div>
		</PublicShell>
	);
}

function Memberships() {
	const t = useWords(signInWords);
	const { roles } = useWords(peopleWords);
	const { memberships, membershipId } = useLoaderData<typeof loader>();
	return (
		<Card labelledBy="roles">
			<CardHeader title={t.me.roles} id="roles" />
			<p className="mb-3 text-muted">{t.me.rolesText}</p>
			<Form method="post">
				<input type="hidden" name="intent" value="membership" />
				<ul className="divide-y divide-line border-y border-line">
					{memberships.map((one) => (
						<li key={one.id} className="flex flex-wrap items-center justify-between gap-3 py-3">
							<span>
								<span className="block font-medium">{one.unitName}</span>
								<span className="text-sm text-muted">{roles[one.role]}</span>
							</span>
							{one.id === membershipId ? (
								<Tag tone="accent">{t.me.active}</Tag>
							) : (
								<Button type="submit" size="small" name="membership" value={one.id}>
									{t.me.use(one.unitName)}
								</Button>
							)}
						</li>
					))}
				</ul>
			</Form>
		</Card>
	);
}

function Display() {
	const t = useWords(signInWords);
	const locale = useLocale();
	const theme = useRouteLoaderData<typeof rootLoader>("root")?.theme ?? "system";
	const themes = (["system", "light", "dark"] as const).map((value) => ({ value, label: t.me.themes[value] }));
	const locales = [
		{ value: "vi", label: "Tiếng Việt" },
		{ value: "en", label: "English" },
	];
	return (
		<Card labelledBy="display">
			<CardHeader title={t.me.display} id="display" />
			<div className="grid gap-5 sm:grid-cols-2">
				<Form method="post" action="/me/locale" className="flex items-end gap-3">
					<input type="hidden" name="back" value="/me" />
					<Select name="locale" label={t.me.language} options={locales} empty={false} defaultValue={locale} />
					<Button type="submit">{t.me.apply}</Button>
				</Form>
				<Form method="post" action="/me/theme" className="flex items-end gap-3">
					<input type="hidden" name="back" value="/me" />
					<Select name="theme" label={t.me.theme} options={themes} empty={false} defaultValue={theme} />
					<Button type="submit">{t.me.apply}</Button>
				</Form>
			</div>
		</Card>
	);
}

function Devices() {
	const t = useWords(signInWords);
	const { sessions } = useLoaderData<typeof loader>();
	return (
		<Card labelledBy="devices">
			<CardHeader title={t.me.sessions} id="devices" />
			<ul className="divide-y divide-line border-y border-line">
				{sessions.map((one) => (
					<li key={one.id} className="flex flex-wrap items-baseline justify-between gap-x-4 py-3">
						<span>
							<span className="font-medium">{deviceName(one.device, t.me)}</span>{" "}
							{one.current && <Tag tone="accent">{t.me.thisOne}</Tag>}
						</span>
						<span className="text-sm text-muted">
							{t.me.since} {formatTime(one.createdAt)}
							{one.address && ` · ${one.address}`}
						</span>
					</li>
				))}
			</ul>
			<p className="mt-5 mb-3 text-muted">{t.me.everywhereText}</p>
			<Form method="post">
				<Button type="submit" name="intent" value="everywhere" variant="danger">
					{t.me.everywhere}
				</Button>
			</Form>
		</Card>
	);
}
