export function Screen() {
	return <h1>office.people.$personId</h1>;
}
