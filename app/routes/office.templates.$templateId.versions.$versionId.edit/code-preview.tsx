import { useLoaderData } from "@remix-run/react";
import { useDeferredValue, useMemo, useState } from "react";
import { codeGroups } from "#app/domain/authoring/code-make.ts";
import type { ConductGroup, ConductModule } from "#app/domain/conduct/content-schema.ts";
import { codeToRead, modulesFor } from "#app/domain/conduct/rules.ts";
import type { ReadableCode } from "#app/domain/conduct/schema.ts";
import { partsOf, validityOf } from "#app/domain/templates/rules.ts";
import { codeBuilderWords } from "#app/i18n/code-builder.ts";
import { conductWords } from "#app/i18n/conduct.ts";
import { formatDay } from "#app/i18n/format.ts";
import { schoolWords } from "#app/i18n/schools.ts";
import { Clause, ConductCode } from "#app/ui/conduct-code.tsx";
import { DateField } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Select } from "#app/ui/select.tsx";
import { useBuilderParts } from "./builder-context.ts";
import type { loader } from "./route.ts";
import { useCode } from "./use-code.ts";

/** The code as a parent, a teacher or anybody else reads it on a phone, at a school of some kind, on some day. */
export function CodePreview() {
	const { draft } = useBuilderParts();
	const { today } = useLoaderData<typeof loader>();
	const { preview: t } = useWords(codeBuilderWords);
	const { groups } = useWords(conductWords);
	const names: Record<string, string> = useWords(schoolWords).kinds;
	const kinds = draft.kinds.length > 0 ? draft.kinds : Object.keys(names);
	const [reader, setReader] = useState<ConductGroup | "">("");
	const [asked, setKind] = useState(kinds[0] ?? "MN");
	const [day, setDay] = useState(today);
	const kind = kinds.includes(asked) ? asked : (kinds[0] ?? "MN");
	const on = day || today;
	const content = useDeferredValue(useCode());
	const written = useMemo(() => content.modules.map(withText), [content]);
	const code = useMemo(() => readable(modulesFor({ modules: written }, kind, on), reader), [written, kind, on, reader]);
	const others = written.filter(
		(module) =>
			(reader === "" || module.group === reader || module.group === "everyone") && validityOf(module, on) !== "now",
	);
	return (
		<div className="grid gap-4">
			<h2 className="font-semibold">{t.title}</h2>
			<div className="grid gap-3">
				<Select
					name="preview-reader"
					label={t.reader}
					empty={t.all}
					value={reader}
					onChange={(event) => setReader(event.target.value as ConductGroup | "")}
					options={codeGroups.filter((group) => group !== "everyone").map((value) => ({ value, label: groups[value] }))}
				/>
				<div className="grid grid-cols-2 gap-3">
					<Select
						name="preview-kind"
						label={t.kind}
						empty={false}
						value={kind}
						onChange={(event) => setKind(event.target.value)}
						options={kinds.map((value) => ({ value, label: names[value] ?? value }))}
					/>
					<DateField name="preview-day" label={t.day} value={day} onChange={(event) => setDay(event.target.value)} />
				</div>
			</div>
			<div className="mx-auto w-full max-w-[22.5rem] rounded-md border border-line bg-ground p-4 shadow-raised">
				{code.groups.length === 0 ? <p className="text-muted">{t.nothing}</p> : <ConductCode code={code} />}
			</div>
			{(["coming", "ended"] as const).map((state) => (
				<Turned
					key={state}
					state={state}
					modules={others.filter((module) => validityOf(module, on) === state)}
					day={on}
				/>
			))}
		</div>
	);
}

type TurnedProps = { state: "coming" | "ended"; modules: ConductModule[]; day: string };

/** Parts of other days: what comes, and what has ended. */
function Turned({ state, modules, day }: TurnedProps) {
	const { preview: t } = useWords(codeBuilderWords);
	const { groups, relations } = useWords(conductWords);
	if (modules.length === 0) return null;
	return (
		<section aria-label={t[state]} className="grid gap-2">
			<h3 className="font-semibold">{t[state]}</h3>
			{codeGroups.flatMap((group) =>
				partsOf(modules, group, day).map(({ code, relation, validFrom, validTo, clauses }) => (
					<details key={code} className="rounded-md border border-line bg-surface px-3">
						<summary className="min-h-12 py-3">
							{groups[group]} · {relations[relation]}{" "}
							<span className="text-muted">
								{state === "coming" && validFrom ? t.from(formatDay(validFrom)) : ""}
								{state === "ended" && validTo ? t.until(formatDay(validTo)) : ""}
							</span>
						</summary>
						<ul className="grid gap-2 pb-3">
							{clauses.map((clause) => (
								<li key={clause.code}>
									<Clause clause={clause} />
								</li>
							))}
						</ul>
					</details>
				)),
			)}
		</section>
	);
}

/** Without clauses in which nothing is written yet. */
function withText(module: ConductModule): ConductModule {
	return { ...module, clauses: module.clauses.filter(({ text }) => text.vi !== "") };
}

/** What a reader is shown: the general rules and those of their own group; all of it when no group is chosen. */
function readable(modules: readonly ConductModule[], reader: ConductGroup | ""): ReadableCode {
	const own = modules.filter(({ group }) => reader === "" || group === reader || group === "everyone");
	return codeToRead({
		basis: [],
		modules: own.map((module) => ({
			...module,
			local: false,
			clauses: module.clauses.map((clause) => ({ ...clause, status: "kept", origin: null, revision: 0 })),
		})),
	});
}
