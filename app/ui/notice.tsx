import CircleCheck from "lucide-react/icons/circle-check";
import Info from "lucide-react/icons/info";
import OctagonAlert from "lucide-react/icons/octagon-alert";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import type { ReactNode } from "react";
import { uiWords } from "#app/i18n/ui.ts";
import { cx } from "./cx.ts";
import { useWords } from "./locale.tsx";

type NoticeTone = "info" | "success" | "warning" | "danger";

const looks = {
	info: { Icon: Info, box: "border-s-accent bg-accent-soft", ink: "text-accent-ink" },
	success: { Icon: CircleCheck, box: "border-s-good bg-good-soft", ink: "text-good-ink" },
	warning: { Icon: TriangleAlert, box: "border-s-warn bg-warn-soft", ink: "text-warn-ink" },
	danger: { Icon: OctagonAlert, box: "border-s-bad bg-bad-soft", ink: "text-bad-ink" },
};

type NoticeProps = {
	tone?: NoticeTone;
	title?: ReactNode;
	children?: ReactNode;
	actions?: ReactNode;
	/** It answers what the person just did: read out at once. Leave it off for what always stands on the page. */
	live?: boolean;
};

export function Notice({ tone = "info", title, children, actions, live }: NoticeProps) {
	const t = useWords(uiWords);
	const { Icon, box, ink } = looks[tone];
	const role = live ? (tone === "danger" || tone === "warning" ? "alert" : "status") : undefined;
	return (
		<div role={role} className={cx("flex gap-3 rounded-md border border-line border-s-4 px-4 py-3", box)}>
			<Icon aria-hidden="true" className={cx("mt-0.5 size-5 shrink-0", ink)} />
			<div className="min-w-0 flex-1">
				<span className="sr-only">{t.notice[tone]} </span>
				{title && <p className={cx("font-semibold", ink)}>{title}</p>}
				{children && <div>{children}</div>}
				{actions && <div className="mt-3 flex flex-wrap gap-2">{actions}</div>}
			</div>
		</div>
	);
}
