/**
 * Passwords of ten characters and more that are tried first (breach lists, and what schools here like to use). Shorter ones are
 * refused for their length. Compared without capitals, tone marks and everything that is no letter or digit.
 */
const tooCommon = new Set(
	`
	1234567890 12345678910 0123456789 0987654321 9876543210 123456789a 123456789abc a123456789 1234567891 123123123123
	1111111111 0000000000 1212121212 1122334455 1231231230 qwertyuiop qwerty123456 qwerty1234 1q2w3e4r5t 1qaz2wsx3edc
	qazwsxedcrfv asdfghjkl123 abcdefghij abc123456789 abcd123456 password123 password1234 passw0rd123 p4ssword123
	iloveyou123 welcome123 welcome1234 admin123456 administrator letmein123 changeme123 default123 secret1234 football123
	matkhau123 matkhau1234 matkhau12345 matkhau123456 matkhaumoi matkhaucuatoi khongcomatkhau quenmatkhau doimatkhau
	anhyeuem123 emyeuanh123 yeuemnhieu yeuanhnhieu toiyeuvietnam vietnam123 vietnam1234 vietnamvodich xinchao123
	truonghoc123 truongmamnon truongtieuhoc mamnon1234 mamnon12345 tieuhoc123 giaovien123 giaovien1234 hieutruong
	hieutruong123 hieutruong1 nhatruong123 hocsinh123 hocsinh1234 giaoduc123 giaoduc1234 phonggiaoduc sogiaoduc123
	truonghocantoan antoan1234 antoan12345 giaothuy123 namdinh123 namdinh1234 ninhbinh123 hanoi12345 saigon12345
`
		.trim()
		.split(/\s+/),
);

export function isCommonPassword(password: string): boolean {
	const plain = password
		.normalize("NFD")
		.toLowerCase()
		.replace(/đ/g, "d")
		.replace(/[^a-z0-9]/g, "");
	// One or two characters over and over are as easy to try. A password without any letter or digit is judged by its length alone.
	return tooCommon.has(plain) || (plain.length > 0 && new Set(plain).size <= 2 && plain.length === password.length);
}
