export function Screen() {
	return <h1>activate</h1>;
}
