import { openSqlite } from "#db/sqlite.ts";
import { openPostgres } from "#db/postgres.ts";
import { migrate } from "#db/migrate.ts";
import { insertRows } from "#db/bulk.ts";
import { newId } from "#app/domain/id.ts";
import { searchKey } from "#app/domain/text.ts";
import { listSchools, unitTree, countSchools, schoolFacts } from "#app/domain/units/queries.ts";
import { schoolKinds } from "#app/domain/units/schema.ts";
import { startPostgres } from "#tests/support/postgres-server.ts";
import { rmSync, mkdirSync } from "node:fs";
import { sql } from "kysely";
const which = process.argv[2];
rmSync("/tmp/m40", {recursive:true, force:true}); mkdirSync("/tmp/m40");
let pg; let store;
if (which==="pg"){ mkdirSync("/tmp/m40pg-x",{recursive:true}); pg = await startPostgres("/tmp/m40pg"); store=openPostgres(await pg.createDatabase("m"));} else store=openSqlite("/tmp/m40/x.sqlite");
await migrate(store.read, store.engine);
const now="2026-11-23T03:00:00.000Z";
await store.transaction(async db=>{
 await db.insertInto("unit_level").values([["so",1],["phong",2],["xa",3],["truong",4],["diem",5]].map(([c,p])=>({code:c as string,name_vi:c as string,name_en:c as string,position:p as number}))).execute();
 const units:any[]=[],schools:any[]=[];
 const mk=(level:string,code:string,name:string,parent:any)=>{const id=newId();const u={id,parent_id:parent?.id??null,level,code,name,search:searchKey(name+" "+code),path:(parent?.path??"")+id+"/",status:"active",created_at:now,updated_at:now};units.push(u);return u;};
 const bo=mk("so","00","Bộ",null);
 let n=0;
 for(let s=0;s<10;s++){const so=mk("so",`S${s}`,`Sở ${s}`,bo); for(let p=0;p<10;p++){const ph=mk("phong",`P${s}${p}`,`Phòng ${s} ${p}`,so);for(let x=0;x<20;x++){const xa=mk("xa",`X${s}-${p}-${x}`,`Xã Giao ${"abcdefghijklmnopqrst"[x]}${s}`,ph);for(let t=0;t<20;t++){n++;const k=schoolKinds[n%12]!;const u=mk("truong",`C${String(n).padStart(6,"0")}`,`Trường ${k} ${["An","Xuân","Hà","Thịnh"][n%4]} ${xa.name.slice(3)} ${t}`,xa);schools.push({school_id:u.id,kind:k,ownership:n%9?"cong_lap":"tu_thuc",managed_by:ph.id,classrooms:10,pupils:300,staff:20,sites:1,updated_at:now});}}}}
 const T=(n:string)=>({name:n,type:"text" as const}),I=(n:string)=>({name:n,type:"integer" as const});
 for(let i=0;i<units.length;i+=2000) await insertRows(db,store.engine,"unit",["id","parent_id","level","code","name","search","path","status","created_at","updated_at"].map(T),units.slice(i,i+2000));
 for(let i=0;i<schools.length;i+=2000) await insertRows(db,store.engine,"school",[T("school_id"),T("kind"),T("ownership"),T("managed_by"),I("classrooms"),I("pupils"),I("staff"),I("sites"),T("updated_at")],schools.slice(i,i+2000));
});
for (const q of ["create index unit_scope on unit (level, path, status)","create index unit_parent_list on unit (parent_id, search, id)","create index unit_status_list on unit (level, status, search, id)","create index school_filter on school (kind, ownership, managed_by, school_id)","create index school_managed on school (managed_by, school_id)"]) await sql.raw(q).execute(store.read);
if (which==="pg") await sql`analyze`.execute(store.read); else if (process.argv[3]) await sql`analyze`.execute(store.read);
const root=await store.read.selectFrom("unit").selectAll().where("code","=","00").executeTakeFirstOrThrow();
const phong=await store.read.selectFrom("unit").selectAll().where("code","=","P33").executeTakeFirstOrThrow();
const xa=await store.read.selectFrom("unit").selectAll().where("code","=","X3-3-3").executeTakeFirstOrThrow();
const ctx=(u:any):any=>({db:store.read,engine:store.engine,actor:{unitId:u.id,unitPath:u.path,role:"officer"},now,today:"2026-11-23"});
const last=await store.read.selectFrom("unit").selectAll().where("level","=","truong").orderBy("search","desc").limit(1).offset(500).executeTakeFirstOrThrow();
const cases:Record<string,()=>Promise<any>>={
 first:()=>listSchools(ctx(root),{}), deep:()=>listSchools(ctx(root),{after:last.id+last.search}), searchAll:()=>listSchools(ctx(root),{search:"giao xuân"}),
 rare:()=>listSchools(ctx(root),{search:"C033333"}), none:()=>listSchools(ctx(root),{search:"zzzz"}), kind:()=>listSchools(ctx(root),{kind:"CB"}),
 kindown:()=>listSchools(ctx(root),{kind:"CB",ownership:"dan_lap"}), manager:()=>listSchools(ctx(root),{manager:phong.id}), commune:()=>listSchools(ctx(root),{commune:xa.id}), closed:()=>listSchools(ctx(root),{status:"closed"}),
 phongFirst:()=>listSchools(ctx(phong),{}), phongNone:()=>listSchools(ctx(phong),{search:"zzz"}), phongKind:()=>listSchools(ctx(phong),{kind:"TH",search:"xuan"}),
 tree:()=>unitTree(ctx(root)), treePhong:()=>unitTree(ctx(phong)), count:()=>countSchools(ctx(root),{kinds:["TH"],communes:[],ownerships:[],managers:[]} as any), facts:()=>schoolFacts(ctx(root),{kinds:[],communes:[],ownerships:[],managers:[]} as any),
};
for(const [n,f] of Object.entries(cases)){const ts=[];let r;for(let i=0;i<20;i++){const t=performance.now();r=await f();ts.push(performance.now()-t);}ts.sort((a,b)=>a-b);console.log(n.padEnd(12),"p50",ts[10]!.toFixed(1),"p95",ts[18]!.toFixed(1),Array.isArray(r)?r.length:r.schools?.length??r);}
await store.close(); await pg?.stop();
