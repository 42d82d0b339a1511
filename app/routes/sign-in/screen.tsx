export function Screen() {
	return <h1>sign-in</h1>;
}
