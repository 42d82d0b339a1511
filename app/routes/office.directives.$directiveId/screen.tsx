export function Screen() {
	return <h1>office.directives.$directiveId</h1>;
}
