export function Screen() {
	return <h1>office.audit</h1>;
}
