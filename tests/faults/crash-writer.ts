import { openSqlite } from "#db/sqlite.ts";

/** Writes rows, many at a time, and prints the number of each as soon as its transaction is said to be durable. Runs until it is killed. */
const store = openSqlite(process.argv[2] ?? "");
const write = (n: number) =>
	store.transaction((db) =>
		db
			.insertInto("unit_level")
			.values({ code: `n${n}`, name_vi: "", name_en: "", position: n })
			.execute(),
	);

for (let n = 0; ; n += 20) {
	await Promise.all(Array.from({ length: 20 }, (_, i) => write(n + i).then(() => process.stdout.write(`${n + i}\n`))));
}
