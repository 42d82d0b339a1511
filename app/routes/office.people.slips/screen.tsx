export function Screen() {
	return <h1>office.people.slips</h1>;
}
