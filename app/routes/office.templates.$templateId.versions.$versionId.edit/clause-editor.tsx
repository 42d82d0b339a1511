import { Form } from "@remix-run/react";
import ArrowDown from "lucide-react/icons/arrow-down";
import ArrowUp from "lucide-react/icons/arrow-up";
import Copy from "lucide-react/icons/copy";
import Plus from "lucide-react/icons/plus";
import Trash from "lucide-react/icons/trash-2";
import { useEffect, useRef } from "react";
import { addClause, duplicateClause, modulesInOrder, moveClause } from "#app/domain/authoring/code-make.ts";
import type { ClauseField } from "#app/domain/authoring/code-schema.ts";
import type { Clause, ConductModule } from "#app/domain/conduct/content-schema.ts";
import { codeBuilderWords } from "#app/i18n/code-builder.ts";
import { conductWords } from "#app/i18n/conduct.ts";
import { Checkbox } from "#app/ui/choice.tsx";
import { SubmitButton } from "#app/ui/form.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Segmented } from "#app/ui/segmented.tsx";
import { Select } from "#app/ui/select.tsx";
import { ActBar } from "./act-bar.tsx";
import { useBuilderParts } from "./builder-context.ts";
import { TypedArea } from "./typed-field.tsx";
import { codeNow, useCode } from "./use-code.ts";

/** What a clause says, and whether a school may leave it out. */
export function ClauseEditor({ clause, module }: { clause: Clause; module: ConductModule }) {
	const { actions, live, writing } = useBuilderParts();
	const { clause: t, said } = useWords(codeBuilderWords);
	const { groups, relations } = useWords(conductWords);
	const area = useRef<HTMLTextAreaElement>(null);
	const { code, text, stance, demanded } = clause;
	useEffect(() => {
		if (writing > 0) area.current?.focus();
	}, [writing]);
	const set = (field: ClauseField, value: unknown) =>
		actions.perform([{ do: "set_clause", clause: code, field, value }]);
	const addBelow = () => {
		const edit = addClause(codeNow(actions), module.code, code);
		actions.perform([edit]);
		actions.select({ kind: "clause", code: edit.value.code }, true);
		actions.say(said.added(edit.value.code));
	};
	return (
		<Form method="post" className="grid gap-5" onSubmit={(event) => live && event.preventDefault()}>
			<input type="hidden" name="clause" value={code} />
			<div>
				<h2 className="text-lg font-semibold">{t.heading(code)}</h2>
				<p className="text-muted">
					{groups[module.group]} · {relations[module.relation]}
				</p>
			</div>
			<Segmented
				name="stance"
				legend={<span className="text-base">{t.stance}</span>}
				value={stance}
				onChange={(value) => set("stance", value)}
				options={[
					{ value: "should", label: t.should, tone: "good" },
					{ value: "must_not", label: t.must_not, tone: "bad" },
				]}
			/>
			<TypedArea
				name="text"
				label={t.text}
				hint={live ? t.textHint : undefined}
				rows={3}
				maxLength={4000}
				area={area}
				value={text.vi}
				commit={(vi) => set("text", { ...text, vi })}
				onEnter={addBelow}
			/>
			<TypedArea
				name="text_en"
				label={t.textEn}
				optional
				rows={2}
				maxLength={4000}
				value={text.en ?? ""}
				commit={(en) => set("text", { vi: text.vi, ...(en ? { en } : {}) })}
			/>
			<Checkbox
				name="demanded"
				label={t.demanded}
				hint={t.demandedHint}
				checked={demanded}
				onChange={(event) => set("demanded", event.target.checked)}
			/>
			{!live && (
				<SubmitButton name="intent" value="save_clause">
					{t.save}
				</SubmitButton>
			)}
			<Acts code={code} module={module} addBelow={addBelow} />
		</Form>
	);
}

function Acts({ code, module, addBelow }: { code: string; module: ConductModule; addBelow(): void }) {
	const { actions, live } = useBuilderParts();
	const { clause: t, said } = useWords(codeBuilderWords);
	const { groups, relations } = useWords(conductWords);
	const content = useCode();
	const move = (way: "up" | "down") => {
		const edit = moveClause(codeNow(actions), code, way);
		if (edit) actions.perform([edit]);
		actions.say(edit ? said.moved(code) : said.edge);
	};
	const duplicate = () => {
		const edit = duplicateClause(codeNow(actions), code);
		if (!edit) return;
		actions.perform([edit]);
		actions.select({ kind: "clause", code: edit.value.code }, true);
	};
	const remove = () => {
		const at = module.clauses.findIndex((clause) => clause.code === code);
		const beside = module.clauses[at + 1] ?? module.clauses[at - 1];
		actions.perform([{ do: "remove_clause", clause: code }]);
		actions.select(beside ? { kind: "clause", code: beside.code } : { kind: "module", code: module.code });
		actions.say(said.removed(code));
	};
	const others = modulesInOrder(content).filter((other) => other.code !== module.code);
	const moveTo = (to: string) => {
		const after = others.find((other) => other.code === to)?.clauses.at(-1)?.code ?? null;
		actions.perform([{ do: "move_clause", clause: code, module: to, after }]);
	};
	return (
		<div className="grid gap-4 border-t border-line pt-4">
			<ActBar
				acts={[
					{ intent: "add_clause", label: t.addBelow, icon: <Plus />, run: addBelow },
					{ intent: "duplicate_clause", label: t.duplicate, icon: <Copy />, run: duplicate },
					{ intent: "up", label: t.up, icon: <ArrowUp />, run: () => move("up") },
					{ intent: "down", label: t.down, icon: <ArrowDown />, run: () => move("down") },
					{ intent: "remove_clause", label: t.remove, icon: <Trash />, look: "quiet", run: remove },
				]}
			/>
			{live && others.length > 0 && (
				<Select
					name="to"
					label={t.moveTo}
					optional
					value=""
					onChange={(event) => event.target.value && moveTo(event.target.value)}
					options={others.map((other) => ({
						value: other.code,
						label: `${groups[other.group]} · ${relations[other.relation]} (${other.code})`,
					}))}
				/>
			)}
		</div>
	);
}
