import { type ReactNode, useState } from "react";
import { findClause, findModule } from "#app/domain/authoring/code-edits.ts";
import { modulesInOrder } from "#app/domain/authoring/code-make.ts";
import type { CodeEdit, ModuleField } from "#app/domain/authoring/code-schema.ts";
import type { ConductModule } from "#app/domain/conduct/content-schema.ts";
import { cleanLine } from "#app/domain/text.ts";
import { codeBuilderWords } from "#app/i18n/code-builder.ts";
import { conductWords } from "#app/i18n/conduct.ts";
import { Button } from "#app/ui/button.tsx";
import { DateField, TextArea } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Select } from "#app/ui/select.tsx";
import { useBuilderParts } from "./builder-context.ts";
import { markedOf, markOf } from "./code-selected.ts";
import { useCode } from "./use-code.ts";

/** Changes all chosen parts or clauses as one step, so that one undo takes it back. */
export function CodeBulkBar() {
	const { marked } = useBuilderParts();
	const { bulk: t } = useWords(codeBuilderWords);
	const content = useCode();
	const modules = markedOf("module", marked).flatMap((code) => findModule(content, code) ?? []);
	const clauses = markedOf("clause", marked).filter((code) => findClause(content, code));
	if (modules.length + clauses.length === 0) return null;
	return (
		<section aria-label={t.label} className="grid gap-5 rounded-md border border-accent bg-surface p-4">
			{modules.length > 0 && <Parts modules={modules} />}
			{clauses.length > 0 && <Clauses codes={clauses} />}
		</section>
	);
}

function Head({ title, marks }: { title: string; marks: string[] }) {
	const { actions } = useBuilderParts();
	const { bulk: t } = useWords(codeBuilderWords);
	return (
		<div className="flex items-center justify-between gap-2">
			<h2 className="text-lg font-semibold">{title}</h2>
			<Button variant="quiet" size="small" onClick={() => actions.mark(marks, false)}>
				{t.clear}
			</Button>
		</div>
	);
}

function Parts({ modules }: { modules: ConductModule[] }) {
	const { actions } = useBuilderParts();
	const { bulk: t, part } = useWords(codeBuilderWords);
	const [from, setFrom] = useState("");
	const [to, setTo] = useState("");
	const [basis, setBasis] = useState("");
	const set = (field: ModuleField, value: (module: ConductModule) => unknown) =>
		actions.perform(
			modules.map((module): CodeEdit => ({ do: "set_module", module: module.code, field, value: value(module) })),
		);
	const line = { text: cleanLine(basis), verified: false };
	const row = (field: ReactNode, ...buttons: ReactNode[]) => (
		<div className="flex flex-wrap items-end gap-2">
			{field}
			{buttons}
		</div>
	);
	return (
		<div className="grid gap-3">
			<Head title={t.parts(modules.length)} marks={modules.map(({ code }) => markOf("module", code))} />
			{row(
				<DateField
					name="bulk-from"
					label={part.from}
					optional
					value={from}
					onChange={(event) => setFrom(event.target.value)}
				/>,
				<Button key="from" onClick={() => set("validFrom", () => from || null)}>
					{t.setFrom}
				</Button>,
			)}
			{row(
				<DateField
					name="bulk-to"
					label={part.to}
					optional
					value={to}
					onChange={(event) => setTo(event.target.value)}
				/>,
				<Button key="to" onClick={() => set("validTo", () => to || null)}>
					{t.setTo}
				</Button>,
			)}
			<TextArea
				name="bulk-basis"
				label={t.basis}
				optional
				rows={2}
				maxLength={600}
				value={basis}
				onChange={(event) => setBasis(event.target.value)}
			/>
			{row(
				null,
				<Button key="set" onClick={() => line.text && set("legalBasis", () => [line])}>
					{t.setBasis}
				</Button>,
				<Button key="add" onClick={() => line.text && set("legalBasis", (module) => [...module.legalBasis, line])}>
					{t.addBasis}
				</Button>,
			)}
		</div>
	);
}

function Clauses({ codes }: { codes: string[] }) {
	const { actions } = useBuilderParts();
	const { bulk: t, clause } = useWords(codeBuilderWords);
	const { groups, relations } = useWords(conductWords);
	const content = useCode();
	const [target, setTarget] = useState("");
	const demand = (value: boolean) =>
		actions.perform(codes.map((code): CodeEdit => ({ do: "set_clause", clause: code, field: "demanded", value })));
	const move = () => {
		const chosen = new Set(codes);
		let after = findModule(content, target)?.clauses.at(-1)?.code ?? null;
		// In the order of the code, whatever the order in which they were chosen.
		const inOrder = modulesInOrder(content).flatMap((module) => module.clauses.filter(({ code }) => chosen.has(code)));
		actions.perform(
			inOrder.map(({ code }): CodeEdit => {
				const edit: CodeEdit = {
					do: "move_clause",
					clause: code,
					module: target,
					after: after === code ? null : after,
				};
				after = code;
				return edit;
			}),
		);
	};
	return (
		<div className="grid gap-3">
			<Head title={t.clauses(codes.length)} marks={codes.map((code) => markOf("clause", code))} />
			<div className="flex flex-wrap gap-2">
				<Button size="small" onClick={() => demand(true)}>
					{t.demanded}
				</Button>
				<Button size="small" onClick={() => demand(false)}>
					{t.optional}
				</Button>
				<Button
					size="small"
					variant="quiet"
					onClick={() => {
						actions.perform(codes.map((code): CodeEdit => ({ do: "remove_clause", clause: code })));
						actions.mark(
							codes.map((code) => markOf("clause", code)),
							false,
						);
					}}
				>
					{t.remove}
				</Button>
			</div>
			<div className="flex flex-wrap items-end gap-2">
				<Select
					name="bulk-part"
					label={clause.moveTo}
					value={target}
					onChange={(event) => setTarget(event.target.value)}
					options={modulesInOrder(content).map(({ code, group, relation }) => ({
						value: code,
						label: `${groups[group]} · ${relations[relation]} (${code})`,
					}))}
				/>
				<Button onClick={() => target && move()}>{t.move}</Button>
			</div>
		</div>
	);
}
