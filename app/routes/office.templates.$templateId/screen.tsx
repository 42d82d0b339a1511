export function Screen() {
	return <h1>office.templates.$templateId</h1>;
}
