/** "glibc" or "musl" on Linux, where programs are built for one of the two; undefined elsewhere. */
export function cLibrary() {
  if (process.platform !== "linux") return undefined;
  process.report.excludeNetwork = true;
  return process.report.getReport().header.glibcVersionRuntime ? "glibc" : "musl";
}
