export function Screen() {
	return <h1>office.directives.new</h1>;
}
