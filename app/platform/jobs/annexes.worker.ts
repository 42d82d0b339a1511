import { annexWorkbook } from "../reports/annex-workbook.ts";
import { serveJobs } from "./serve-job.ts";

serveJobs(annexWorkbook);
