export function Screen() {
	return <h1>me.password</h1>;
}
