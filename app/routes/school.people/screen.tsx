export function Screen() {
	return <h1>school.people</h1>;
}
