/** The parts of the settings, in the order in which they are listed; they stand in the address. */
export const settingsSections = ["hours", "greeting", "rates", "area", "booking", "numbers", "never-text"] as const;
export type SettingsSection = (typeof settingsSections)[number];
