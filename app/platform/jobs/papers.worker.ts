import { serveJobs } from "./serve-job.ts";
import { writePaper } from "./write-paper.ts";

serveJobs(writePaper);
