import { Form } from "@remix-run/react";
import { Card } from "./card.tsx";
import { FileField } from "./file-field.tsx";
import { SubmitButton } from "./form.tsx";

type UploadProps = {
	label: string;
	hint: string;
	/** Kinds of file that the browser offers; the server looks at what is in it. */
	accept: string;
	limitBytes: number;
	submit: string;
};

/** The one file that a page asks for, as the field `file`, and the button that sends it. */
export function UploadCard({ label, hint, accept, limitBytes, submit }: UploadProps) {
	return (
		<Card>
			<Form method="post" encType="multipart/form-data" className="grid gap-4">
				<FileField name="file" label={label} hint={hint} accept={accept} limitBytes={limitBytes} />
				<div>
					<SubmitButton>{submit}</SubmitButton>
				</div>
			</Form>
		</Card>
	);
}
