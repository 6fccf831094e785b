/** What a running server is told; see https://www.postgresql.org/docs/18/runtime-config.html. */
export type ServerSettings = {
  sockets: string;
  /** False only for throw-away clusters: faster, and lost when the machine stops. */
  durable: boolean;
};

const always = {
  // The socket is the only way in: nothing to open to a network, no password to leak.
  listen_addresses: "",
  port: 5432,
  unix_socket_permissions: "0700",
  // For a machine of two cores and a few gigabytes that does other things too.
  max_connections: 100,
  shared_buffers: "256MB",
  random_page_cost: 1.1,
  // Its compilation takes longer than our short statements do.
  jit: "off",
  // Enough for base backups and point-in-time recovery.
  wal_level: "replica",
  timezone: "UTC",
  log_timezone: "UTC",
  log_line_prefix: "%m [%p] ",
};

/**
 * After a crash every file is made durable before recovery begins. Linux does that for a whole file system at once, in
 * hundredths of a second instead of one or two seconds.
 */
const fastRecovery = process.platform === "linux" ? { recovery_init_sync_method: "syncfs" } : {};

const durable = { fsync: "on", synchronous_commit: "on", full_page_writes: "on" };
const forgetful = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

/** The text of a PostgreSQL configuration file with these settings. */
export function settingsFile(settings: ServerSettings): string {
  const values = {
    ...always,
    ...fastRecovery,
    ...(settings.durable ? durable : forgetful),
    unix_socket_directories: settings.sockets,
  };
  const lines = Object.entries(values).map(([name, value]) => `${name} = '${String(value).replaceAll("'", "''")}'`);
  return `# Written at every start. Your own settings belong into ALTER SYSTEM, which wins over this file.\n${lines.join("\n")}\n`;
}
