import { Form } from "@remix-run/react";
import ArrowDown from "lucide-react/icons/arrow-down";
import ArrowUp from "lucide-react/icons/arrow-up";
import Copy from "lucide-react/icons/copy";
import Plus from "lucide-react/icons/plus";
import Trash from "lucide-react/icons/trash-2";
import {
	addClause,
	codeGroups,
	codeRelations,
	duplicateModule,
	modulesInOrder,
	moveModule,
} from "#app/domain/authoring/code-make.ts";
import type { ModuleField } from "#app/domain/authoring/code-schema.ts";
import type { ConductModule } from "#app/domain/conduct/content-schema.ts";
import { codeBuilderWords } from "#app/i18n/code-builder.ts";
import { conductWords } from "#app/i18n/conduct.ts";
import { schoolWords } from "#app/i18n/schools.ts";
import { Checkbox } from "#app/ui/choice.tsx";
import { SubmitButton } from "#app/ui/form.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Select } from "#app/ui/select.tsx";
import { ActBar } from "./act-bar.tsx";
import { BasisLines } from "./basis-lines.tsx";
import { useBuilderParts } from "./builder-context.ts";
import { codeNow, useCode } from "./use-code.ts";
import { ValidDays } from "./valid-days.tsx";

/** A part of a code: who is bound towards whom, on which days, and by what. */
export function ModuleEditor({ module }: { module: ConductModule }) {
	const { actions, live } = useBuilderParts();
	const { part: t, clause: words } = useWords(codeBuilderWords);
	const { groups, relations } = useWords(conductWords);
	const { code, group, relation, validFrom, validTo, legalBasis } = module;
	const set = (field: ModuleField, value: unknown) =>
		actions.perform([{ do: "set_module", module: code, field, value }]);
	return (
		<Form method="post" className="grid gap-5" onSubmit={(event) => live && event.preventDefault()}>
			<input type="hidden" name="module" value={code} />
			<div>
				<h2 className="text-lg font-semibold">{t.heading(code)}</h2>
				<p className="text-muted">
					{groups[group]} · {relations[relation]}
				</p>
			</div>
			<div className="grid gap-5 sm:grid-cols-2">
				<Select
					name="group"
					label={t.group}
					empty={false}
					value={group}
					onChange={(event) => set("group", event.target.value)}
					options={codeGroups.map((value) => ({ value, label: groups[value] }))}
				/>
				<Select
					name="relation"
					label={t.relation}
					empty={false}
					value={relation}
					onChange={(event) => set("relation", event.target.value)}
					options={codeRelations.map((value) => ({ value, label: relations[value] }))}
				/>
				<ValidDays words={t} validFrom={validFrom} validTo={validTo} set={set} />
			</div>
			{live && (
				<BasisLines
					name="module-basis"
					words={t}
					verified={t.verified}
					most={10}
					lines={legalBasis}
					onChange={(lines) => set("legalBasis", lines)}
				/>
			)}
			{live && <Kinds module={module} set={set} />}
			{!live && (
				<SubmitButton name="intent" value="save_module">
					{words.save}
				</SubmitButton>
			)}
			<Acts module={module} />
		</Form>
	);
}

function Kinds({ module, set }: { module: ConductModule; set(field: ModuleField, value: unknown): void }) {
	const { draft } = useBuilderParts();
	const { part: t } = useWords(codeBuilderWords);
	const names: Record<string, string> = useWords(schoolWords).kinds;
	const own = module.kinds ?? [];
	const offered = [...new Set([...(draft.kinds.length > 0 ? draft.kinds : Object.keys(names)), ...own])];
	return (
		<fieldset>
			<legend className="font-medium">{t.kinds}</legend>
			<p className="text-sm text-muted">{t.kindsHint}</p>
			<div className="flex flex-wrap gap-x-6">
				{offered.map((kind) => (
					<Checkbox
						key={kind}
						id={`module-kind-${kind}`}
						name="kinds"
						value={kind}
						label={names[kind] ?? kind}
						checked={own.includes(kind)}
						onChange={(event) => {
							const next = event.target.checked ? [...own, kind] : own.filter((other) => other !== kind);
							set("kinds", next.length > 0 ? next : null);
						}}
					/>
				))}
			</div>
		</fieldset>
	);
}

function Acts({ module }: { module: ConductModule }) {
	const { actions } = useBuilderParts();
	const { part: t, clause: words, outline, said } = useWords(codeBuilderWords);
	const content = useCode();
	const { code } = module;
	const move = (way: "up" | "down") => {
		const edit = moveModule(codeNow(actions), code, way);
		if (edit) actions.perform([edit]);
		actions.say(edit ? said.moved(code) : said.edge);
	};
	const add = () => {
		const edit = addClause(codeNow(actions), code, module.clauses.at(-1)?.code ?? null);
		actions.perform([edit]);
		actions.select({ kind: "clause", code: edit.value.code }, true);
	};
	const duplicate = () => {
		const edit = duplicateModule(codeNow(actions), code);
		if (!edit) return;
		actions.perform([edit]);
		actions.select({ kind: "module", code: edit.value.code });
		actions.say(said.added(edit.value.code));
	};
	const remove = () => {
		const parts = modulesInOrder(content);
		const at = parts.findIndex((part) => part.code === code);
		const beside = parts[at + 1] ?? parts[at - 1];
		actions.perform([{ do: "remove_module", module: code }]);
		actions.select(beside ? { kind: "module", code: beside.code } : { kind: "code", code: "head" });
		actions.say(said.removed(code));
	};
	return (
		<div className="grid gap-2 border-t border-line pt-4">
			<ActBar
				acts={[
					{ intent: "add_clause", label: outline.addClause, icon: <Plus />, look: "primary", run: add },
					{ intent: "duplicate_module", label: t.duplicate, icon: <Copy />, run: duplicate },
					{ intent: "up", label: words.up, icon: <ArrowUp />, run: () => move("up") },
					{ intent: "down", label: words.down, icon: <ArrowDown />, run: () => move("down") },
					{ intent: "remove_module", label: t.remove, icon: <Trash />, look: "quiet", run: remove },
				]}
			/>
			<p className="text-sm text-muted">{t.duplicateHint}</p>
		</div>
	);
}
